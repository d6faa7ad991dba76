import { HtsdError } from '../backend/errors.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { Command, CommandOf } from '../domain/command.schema.js';
import type { Rejection } from '../domain/reader.types.js';
import type { Receipt } from '../domain/receipt.schema.js';
import { isEditable } from '../domain/assessment-phase.js';
import { draftsOf } from './drafts-of.js';
import { isAbort, toProblem } from './problem.js';
import type { Desk } from './desk.js';
import type { SessionContext } from './session-context.js';
import { mayEdit } from './session-context.js';
import { confirmed, rebase } from './merge-work.js';
import { rejectionOf } from './rejection-of.js';
import { unsent, type Work } from './work.js';

/** Milliseconds before a failed delivery is tried again: doubled each time. */
const firstRetry = 5_000;
const lastRetry = 60_000;
/** How often somebody else may be faster before we stop running after him. */
const rounds = 5;

export type Delivered =
  | { status: 'done' }
  | { status: 'conflicts' }
  | { status: 'rejected'; rejection: Rejection }
  /** It cannot be edited any more: submitted elsewhere, or a review has begun. */
  | { status: 'moved' };

export interface Delivery {
  /** Sends what changed in the background: how it goes is told through `sync`. */
  touch(): void;
  /** Sends what changed now, one delivery after the other; with `submit`, that too, after it. */
  send(submit?: boolean): Promise<Delivered>;
  stop(): void;
}

/** Brings one desk's answers to the back end. Commands keep their ids until they are answered, over reloads too. */
export function createDelivery(context: SessionContext, desk: Desk, settled: () => void): Delivery {
  const { client, store, signal } = context;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;
  let last: Promise<unknown> = Promise.resolve();

  /** A tab that is no longer the editor sends and settles nothing more: the next one repeats what is open. */
  function halt(): void {
    if (stopped || store.get().role !== 'editor') throw new DOMException('Stopped', 'AbortError');
  }
  const put = (change: Partial<Work>): void => desk.update({ ...desk.work, ...change });

  /** The commands to send: those without an answer again as they were, else what is new. */
  function nextBatch(submit: boolean): Command[] {
    const { work } = desk;
    const record = desk.key.assessment;
    const before = work.pending?.find((command) => command.kind === 'assessment.answer');
    if (work.pending && before) {
      // Submitting again is the same act only while nothing was typed since.
      const rest = unsent(confirmed(work, before.payload, work.baseVersion));
      return submit && !rest ? work.pending : [before];
    }
    if (work.pending && submit && !unsent(work)) return work.pending;
    const payload = unsent(work);
    const batch: Command[] = [];
    const add = (
      command: Pick<CommandOf<'assessment.answer' | 'assessment.submit'>, 'kind' | 'payload'>,
    ): void => {
      const envelope = { id: client.newId(), record, expected: work.baseVersion + batch.length };
      batch.push({ ...envelope, ...command } as Command);
    };
    if (payload) add({ kind: 'assessment.answer', payload });
    if (submit) add({ kind: 'assessment.submit', payload: {} });
    return batch;
  }

  async function run(submit: boolean): Promise<Delivered> {
    for (let round = 0; round < rounds; round++) {
      halt();
      if (submit && desk.work.conflicts.length) return { status: 'conflicts' };
      const batch = nextBatch(submit);
      if (!batch.length) {
        if (desk.work.pending) put({ pending: undefined });
        return desk.work.conflicts.length ? { status: 'conflicts' } : { status: 'done' };
      }
      put({ pending: batch });
      // On disk before it is sent, so that a reload repeats this command instead of making a new one. Where
      // nothing can be written, versions still keep it from counting twice.
      await desk.autosave.flush().catch(() => undefined);
      await uploadWaiting();
      const receipts = await sendInOrder(batch);
      halt();
      const verdict = settle(batch, receipts);
      if (verdict?.status === 'rejected' && (await keepApart(verdict.rejection))) continue;
      if (verdict) return verdict;
    }
    throw new HtsdError('conflict', { retryable: true });
  }

  /**
   * One after the other: were the answer too late, the version that submitting expects could be what somebody else has just
   * written, and his half-finished answers would be submitted.
   */
  async function sendInOrder(batch: readonly Command[]): Promise<Receipt[]> {
    const receipts: Receipt[] = [];
    for (const command of batch) {
      const [receipt] = await client.execute([command], { signal });
      halt();
      receipts.push(receipt!);
      if (receipt!.status === 'rejected' || receipt!.status === 'conflict') break;
    }
    return receipts;
  }

  /** Takes the receipts in; undefined where another round is needed. */
  function settle(batch: readonly Command[], receipts: readonly Receipt[]): Delivered | undefined {
    let verdict: Delivered | undefined;
    let theirs: Assessment | undefined;
    let work: Work = { ...desk.work, pending: undefined };
    for (const [index, command] of batch.entries()) {
      const receipt = receipts[index]!;
      if (receipt.status === 'rejected') {
        verdict = { status: 'rejected', rejection: rejectionOf(receipt) };
      } else if (receipt.status === 'conflict') {
        if (receipt.current.type === 'assessment') theirs = receipt.current.value;
      } else {
        const version =
          receipt.records.find(({ id }) => id === command.record)?.version ?? command.expected + 1;
        if (command.kind === 'assessment.answer') work = confirmed(work, command.payload, version);
        else if (command.kind === 'assessment.submit') verdict = { status: 'done' };
        continue;
      }
      break;
    }
    if (theirs && theirs.version > work.baseVersion) {
      if (isEditable(theirs.state)) {
        work = rebase(work, theirs);
        store.set({ assessment: theirs });
      } else verdict = { status: 'moved' };
    }
    const { assessment } = store.get();
    const { base: answers, baseFacts: facts, baseVersion: version } = work;
    if (assessment) store.set({ assessment: { ...assessment, answers, facts, version } });
    desk.update(work);
    settled();
    return verdict;
  }

  /**
   * The set was changed elsewhere, and does not ask for some of what was typed here: that is kept on this device, and is
   * in the way of everything else no longer. False where there is nothing of the kind, or no place to keep it.
   */
  async function keepApart({ code, path = [] }: Rejection): Promise<boolean> {
    if (code !== 'criterion-unknown') return false;
    const strange = new Set(path);
    const without = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
      Object.fromEntries(Object.entries(all).filter(([id]) => !strange.has(id)));
    const { answers, base } = desk.work;
    const kept = Object.fromEntries(Object.entries(answers).filter(([id]) => strange.has(id)));
    const n = Object.keys(kept).length;
    try {
      const at = client.now().toISOString();
      if (n > 0)
        await draftsOf(context.client).keepDamaged(desk.key, `${at} ${desk.writer}`, { answers: kept });
    } catch {
      return false;
    }
    put({ answers: without(answers), base: without(base) });
    if (n > 0)
      store.set({ problem: { code: 'invalid', params: { reason: 'set-changed', n }, retryable: false } });
    return strange.size > 0;
  }

  async function uploadWaiting(): Promise<void> {
    const evidence = Object.values(desk.work.answers).flatMap((answer) => answer.evidence ?? []);
    if (!evidence.some(({ kind }) => kind === 'file')) return;
    const waiting = await draftsOf(context.client)
      .listFiles(desk.key)
      .catch(() => []);
    if (!waiting.length) return;
    const { uploadFiles } = await import('./waiting-files.js');
    await uploadFiles(context, new Set(waiting), evidence);
  }

  function schedule(ms: number): void {
    clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => {
      if (!mayEdit(store.get()) || store.get().submit.status === 'sending') return;
      // Told through `sync`.
      delivery.send().catch(() => undefined);
    }, ms);
  }

  async function deliver(submit: boolean): Promise<Delivered> {
    clearTimeout(timer);
    try {
      store.set({ sync: { status: 'sending' } });
      const delivered = await run(submit);
      failures = 0;
      if (delivered.status === 'rejected')
        store.set({ sync: { status: 'rejected', rejection: delivered.rejection } });
      else store.set({ sync: { status: 'idle' } });
      const gone =
        delivered.status === 'moved' ||
        (delivered.status === 'rejected' && delivered.rejection.code === 'wrong-state');
      // Somebody else was here: what the person sees is no longer how it stands.
      if (gone && !stopped) await context.refresh();
      return delivered;
    } catch (error) {
      if (stopped || isAbort(error)) throw error;
      const problem = toProblem(error);
      store.set({ sync: { status: 'failed', problem } });
      if (problem.retryable) schedule(Math.min(lastRetry, firstRetry * 2 ** failures++));
      throw error;
    }
  }

  const delivery: Delivery = {
    touch: () => schedule(0),
    send(submit = false) {
      const turn = last.then(() => deliver(submit));
      last = turn.catch(() => undefined);
      return turn;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
  return delivery;
}
