import { HtsdError } from '../../backend/errors.js';
import { recordKey, recordVersion } from '../../backend/record-store.js';
import type { Session } from '../../backend/port.js';
import type { Receipt, StoredRecord } from '../../domain/receipt.schema.js';
import { checkReceipts, checkSession } from '../border.js';
import { withDeadline } from '../deadline.js';
import { isAbort, toProblem } from '../problem.js';
import type { Entry, SentEntry } from './entry.types.js';
import { courseOf, waitAfter } from './error-course.js';
import type { Core, Person } from './outbox-core.js';
import { mostInBatch, nextBatch } from './plan.js';
import { sendAlone } from './send-alone.js';
import { moved, settle } from './settle.js';
import { World } from './world.js';

/** Milliseconds that an answer may take. */
const patience = 30_000;
/** After so many refusals of single commands in a row it is the back end that refuses, not the commands. */
const mostRefused = 5;

export interface SenderOptions {
  /** From 0 to 1. */
  random: () => number;
}

export interface Sender {
  /** Sends what can be sent; a call while another is under way has one of its own after that. */
  send(): Promise<void>;
  /** There is something new: it is sent now, unless a failure has to be waited out. */
  nudge(): void;
  /** Tries again after a while, later with each failure. */
  failed(error: unknown): void;
  close(): void;
}

/** Brings what waits to the back end: in order, one tab at a time, everything once. */
export function createSender(core: Core, { random }: SenderOptions): Sender {
  const { backend, view, store, cache, newId, now } = core;
  const gone = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let running: Promise<void> | undefined;
  let asked = false;

  const call = <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    withDeadline(patience, gone.signal, work);

  /** Who is signed in now: a token may have run out, or another person may be here. */
  async function present(): Promise<Person> {
    const session: Session = checkSession(await call((signal) => backend.session({ signal })));
    if (!session.actor) throw new HtsdError('unauthenticated');
    await core.adopt(session);
    return core.person!;
  }

  async function run(still: () => Promise<void>): Promise<void> {
    let most = mostInBatch;
    let refused = 0;
    for (;;) {
      const person = await present();
      await still();
      const { entries } = await store.queue(person.owner);
      const next = nextBatch(entries, most, core.underWay);
      if (next.length === 0) return;
      if (view.get().status !== 'sending') view.set({ status: 'sending', sent: 0, of: view.get().waiting });
      // On disk before it leaves: whatever happens now, it goes out as it is until it is answered.
      const batch = await withFiles(person, await markTried(person, next));
      if (batch.length === 0) continue;
      try {
        const commands = batch.map(({ command }) => command);
        const answer = await call((signal) => backend.execute(commands, { signal }));
        await take(person, batch, await checkReceipts(commands, answer));
      } catch (error) {
        if (isAbort(error) || courseOf(error) !== 'apart') throw error;
        if (batch.length > 1) {
          most = Math.ceil(batch.length / 2);
          continue;
        }
        await putAside(person, batch[0]!, error);
        if (++refused >= mostRefused) throw error;
        continue;
      }
      refused = 0;
      failures = 0;
      most = Math.min(mostInBatch, most * 2);
    }
  }

  /** Evidence goes before what names it. What the back end does not take is put aside with its file. */
  async function withFiles(person: Person, batch: Entry[]): Promise<Entry[]> {
    const kept = backend.files ? await store.files(person.owner) : [];
    if (kept.length === 0) return batch;
    const ready: Entry[] = [];
    for (const entry of batch) {
      const text = JSON.stringify(entry.command);
      try {
        for (const sha256 of kept.filter((one) => text.includes(one))) {
          const blob = await store.getFile(person.owner, sha256);
          if (blob) await call((signal) => backend.files!.put(blob, { signal }));
          await store.removeFile(person.owner, sha256);
        }
        ready.push(entry);
      } catch (error) {
        if (isAbort(error) || courseOf(error) !== 'apart') throw error;
        await putAside(person, entry, error);
      }
    }
    return ready;
  }

  /**
   * The entries as they leave: until here somebody could say more in one of them, or take it back, and what he said then
   * goes along.
   */
  async function markTried({ owner }: Person, next: readonly Entry[]): Promise<Entry[]> {
    const seqs = new Set(next.map(({ seq }) => seq));
    let leaving: Entry[] = [];
    await core.change(owner, ({ entries }) => {
      leaving = entries
        .filter(({ seq, trouble }) => seqs.has(seq) && !trouble)
        .map((entry) => ({ ...entry, tried: true }));
      const fresh = new Set(entries.filter(({ tried }) => !tried).map(({ seq }) => seq));
      const put = leaving.filter(({ seq }) => fresh.has(seq));
      return put.length > 0 ? { put } : undefined;
    });
    return leaving;
  }

  async function putAside({ owner }: Person, { seq }: Entry, error: unknown): Promise<void> {
    const { code, params } = toProblem(error);
    await core.change(owner, ({ entries }) => ({
      put: entries.filter((one) => one.seq === seq).map((one) => ({ ...one, trouble: { code, params } })),
    }));
  }

  /** Takes the receipts in. */
  async function take(person: Person, batch: readonly Entry[], receipts: readonly Receipt[]): Promise<void> {
    const { owner } = person;
    const answers = new Map(batch.map((entry, i) => [entry.seq, { entry, receipt: receipts[i]! }]));
    const arrived: { entry: Entry; version: number }[] = [];
    await core.change(owner, ({ entries }) => {
      const put = new Map<number, Entry>();
      const remove: number[] = [];
      const sent: SentEntry[] = [];
      const moves = new Map<string, number>();
      arrived.length = 0;
      for (const each of entries) {
        const by = moves.get(each.command.record) ?? 0;
        const entry = by === 0 ? each : moved(each, by);
        const receipt = answers.get(each.seq)?.receipt;
        // Another tab may have settled it meanwhile, or made it anew.
        if (receipt?.id !== entry.command.id) {
          if (by !== 0) put.set(entry.seq, entry);
          continue;
        }
        const settled = settle(entry, receipt, newId);
        if (settled.status === 'sent') {
          remove.push(entry.seq);
          sent.push(asSent(entry, now().toISOString()));
          arrived.push({ entry, version: settled.version });
          moves.set(entry.command.record, by + settled.version - entry.makes);
        } else {
          put.set(entry.seq, settled.entry);
          moves.set(entry.command.record, by + settled.entry.makes - entry.makes);
        }
      }
      return { put: [...put.values()], remove, sent };
    });
    view.set({ sent: view.get().sent + arrived.length });
    await learn(person, arrived, receipts);
  }

  /** The records are as the back end made them: what was decided here where that is the same, else what it will say. */
  async function learn(
    { owner, actor }: Person,
    arrived: readonly { entry: Entry; version: number }[],
    receipts: readonly Receipt[],
  ): Promise<void> {
    const world = new World(cache, owner, actor);
    const told = new Map<string, StoredRecord>();
    for (const { entry, version } of arrived) {
      const { command, at } = entry;
      const type = command.kind.split('.')[0] as 'subject' | 'assessment' | 'consent';
      const { decision } = await world.foresee(command, at).catch(() => ({ decision: undefined }));
      const writes = decision?.status === 'applied' ? decision.writes : [];
      const same = writes.some(({ value }) => 'version' in value && value.version === version);
      if (same) world.take(command, writes);
      else if (!(await isThere(owner, type, command.record, version)))
        await cache.forget(owner, type, command.record);
      core.tell({ type, id: command.record, version });
    }
    for (const receipt of receipts) if (receipt.status === 'conflict') told.set(receipt.id, receipt.current);
    await cache.put(owner, [...world.made, ...told.values()]);
    core.stale();
    for (const record of told.values())
      if (record.type !== 'criteria')
        core.tell({ type: record.type, id: recordKey(record), version: recordVersion(record) });
  }

  async function isThere(
    owner: string,
    type: 'subject' | 'assessment' | 'consent',
    id: string,
    version: number,
  ): Promise<boolean> {
    const known = await cache.read(owner, type, id);
    return known !== undefined && known.version >= version;
  }

  async function attempt(): Promise<void> {
    clearTimeout(timer);
    try {
      const alone = await sendAlone(core.db, `${core.storage}-outbox`, run);
      failures = 0;
      view.set({ status: 'idle', problem: undefined });
      await core.refresh();
      // Another tab is at it; should it die, this one goes on.
      if (!alone && view.get().waiting > 0) later(patience);
    } catch (error) {
      if (gone.signal.aborted) return;
      await stop(error);
    }
  }

  async function stop(error: unknown): Promise<void> {
    const problem = toProblem(error);
    const signIn = courseOf(error) === 'sign-in';
    const status = signIn ? 'sign-in' : ['offline', 'timeout'].includes(problem.code) ? 'offline' : 'waiting';
    view.set({ status: view.get().waiting > 0 ? status : 'idle', problem });
    await core.refresh();
    failures += 1;
    // Signing in is told by the page; what it does not tell is looked for now and then.
    if (view.get().waiting > 0) later(waitAfter(failures, problem, random));
  }

  function later(ms: number): void {
    clearTimeout(timer);
    if (!gone.signal.aborted) timer = setTimeout(() => void sender.send(), ms);
  }

  const sender: Sender = {
    send() {
      if (gone.signal.aborted) return Promise.resolve();
      if (running) {
        asked = true;
        return running;
      }
      running = (async () => {
        do {
          asked = false;
          await attempt();
        } while (asked && !gone.signal.aborted);
      })().finally(() => (running = undefined));
      return running;
    },
    nudge() {
      if (failures === 0) void sender.send();
    },
    failed: (error) => void stop(error),
    close() {
      gone.abort();
      clearTimeout(timer);
      end();
    },
  };

  const wake = (): void => {
    if (view.get().waiting > 0 && document.visibilityState === 'visible') void sender.send();
  };
  if (typeof document !== 'undefined') {
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
  }
  function end(): void {
    if (typeof document === 'undefined') return;
    removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
  }
  return sender;
}

function asSent({ seq, command, about, at }: Entry, sentAt: string): SentEntry {
  return { seq, id: command.id, kind: command.kind, record: command.record, about, at, sentAt };
}
