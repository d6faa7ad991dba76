import type { Actor } from '../domain/actor.schema.js';
import { dateInVietnam } from '../domain/civil-date.js';
import type { CommandOf } from '../domain/command.schema.js';
import { belongingOfFund } from '../domain/fund/fund-reach.js';
import { mayActOn } from '../domain/permissions.js';
import type { Client } from './client.types.js';
import type { FundDeskView, FundSession } from './fund/fund-desk.types.js';
import { createFundActs } from './fund/fund-acts.js';
import { FundLedger } from './fund/fund-ledger.js';
import { fundNotes } from './fund/fund-notes.js';
import { createFundOutbox } from './fund/fund-outbox.js';
import type { EntryForm } from './fund/entry-form.js';
import type { Waiting } from './fund/waiting.types.js';
import { lazily } from './lazily.js';
import { openNotes } from './notes.js';
import { onPageLeaving } from './page-leaving.js';
import { isAbort } from './problem.js';
import { createViewStore } from './view-store.js';
import type { FileSender } from './waiting-files.js';

/** Most of what waits or was decided that is read at a time. */
const mostPending = 500;
/** Milliseconds that two clocks may differ by without anybody having to look. */
const clockSlack = 60_000;
/** Milliseconds before what could not be read again is tried once more. */
const again = 10_000;

export interface FundSessionOptions {
  actor: Actor;
  /** Id of the fund. */
  fund: string;
  signal: AbortSignal;
  /** Hears how many entries of the ledger are read. */
  progress?: (count: number, all: number) => void;
}

/** 16 bytes of randomness in hexadecimal, which make a commitment say nothing by itself. */
function newSalt(): string {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the desk is drawn from besides its ledger. Errors: those of the queries. */
async function readDesk(
  client: Client,
  id: string,
  signal: AbortSignal,
): Promise<Pick<FundDeskView, 'fund' | 'pending' | 'rounds'>> {
  const call = { signal };
  const [{ items }, pending, rounds] = await Promise.all([
    client.query('fund.get', { id }, call),
    client.queryAll('fund.pending', { fund: id }, { ...call, max: mostPending }),
    client.queryAll('rounds.list', { fund: id }, call),
  ]);
  pending.sort((a, b) => b.at.localeCompare(a.at));
  rounds.sort((a, b) => b.year.localeCompare(a.year) || b.createdAt.localeCompare(a.createdAt));
  return { fund: items[0]!, pending, rounds };
}

/** Opens the books of one fund for one person: reads them, and what was left unfinished here. Errors: those of the queries. */
export async function openFundSession(client: Client, options: FundSessionOptions): Promise<FundSession> {
  const { actor, fund: id, signal } = options;
  const [{ tenant }, first] = await Promise.all([client.session({ signal }), readDesk(client, id, signal)]);
  const ledger = new FundLedger(client, first.fund, first.rounds);
  const [kept] = await Promise.all([
    openNotes(client, { tenant, actor: actor.id }, `fund/${id}`),
    ledger.catchUp(signal, (count) => options.progress?.(count, first.fund.count)),
  ]);
  const notes = fundNotes(kept);
  if (signal.aborted) {
    notes.close();
    throw new DOMException('Left', 'AbortError');
  }
  const gone = new AbortController();
  const { typed, outbox: lines, damaged } = notes.read();
  const store = createViewStore<FundDeskView>({
    ...first,
    revision: 1,
    typed,
    outbox: lines,
    save: notes.save(),
    sync: { status: 'idle' },
    act: { status: 'idle' },
    ...(damaged && { damaged }),
  });
  const sender: FileSender = {
    client,
    tenant,
    actor,
    signal: gone.signal,
  };
  let reading: Promise<void> | undefined;
  let stale = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Reads everything again that may have changed. One at a time: what changes meanwhile is read once more. */
  function refresh(): Promise<void> {
    stale = true;
    reading ??= (async () => {
      while (stale && !gone.signal.aborted) {
        stale = false;
        const next = await readDesk(client, id, gone.signal);
        await ledger.catchUp(gone.signal);
        store.set({ ...next, revision: store.get().revision + 1, late: undefined });
      }
    })().finally(() => (reading = undefined));
    return reading;
  }

  /** For those who cannot tell the person: tried again later. */
  async function refreshQuietly(): Promise<void> {
    try {
      await refresh();
    } catch (error) {
      if (!isAbort(error)) refreshLater();
    }
  }

  function refreshLater(): void {
    if (gone.signal.aborted) return;
    store.set({ late: true });
    clearTimeout(timer);
    timer = setTimeout(() => void refreshQuietly(), again);
  }

  const outbox = createFundOutbox(sender, {
    lines: () => store.get().outbox,
    answered(line, refused) {
      const before = store.get().outbox.find(({ command }) => command.id === line);
      if (!before) return;
      const after: Waiting | undefined = refused && { ...before, rejection: refused };
      if (after) notes.putLine(after);
      else notes.dropLine(line);
      store.set({ outbox: store.get().outbox.flatMap((one) => (one === before ? (after ?? []) : one)) });
    },
    recorded: (recorded) => store.set({ recorded }),
    report: (sync) => store.set({ sync }),
    flush: () => notes.flush(),
    refresh: refreshQuietly,
  });
  const acts = createFundActs({ client, notes, store, signal: gone.signal, refresh: refreshQuietly });
  const evidence = lazily(() => import('./fund/fund-evidence.js'));

  const unwatch = client.backend.subscribe?.(({ type, id: changed }) => {
    if (type === 'entry-secret') return void privatePart(changed);
    const ours = changed === store.get().fund.id || ['pending', 'round', 'award'].includes(type);
    if (ours) void refreshQuietly();
  });

  /** Somebody published, erased or took back an entry. What was erased is to be nowhere on the screen. */
  async function privatePart(entry: string): Promise<void> {
    const no = Number(entry.startsWith(`${id}.`) ? entry.slice(id.length + 1) : NaN);
    const before = ledger.secret(no);
    if (!before) return;
    ledger.outdate(no);
    await refreshQuietly();
    const after = ledger.secret(no);
    const erased = (['party', 'details'] as const).some((part) => before[part] && !after?.[part]);
    if (erased) store.set({ erased: true });
  }
  const unhear = notes.subscribe((changed) => {
    store.set({ save: notes.save() });
    if (!changed) return;
    const now = notes.read();
    store.set({ typed: now.typed, outbox: now.outbox });
  });
  const online = (): void => {
    if (store.get().late) void refreshQuietly();
    void outbox.send();
  };
  const stay = onPageLeaving({ leave: () => undefined, online, back: refreshQuietly });
  void outbox.send();

  return {
    actor,
    ledger,
    get today() {
      return dateInVietnam(client.now().toISOString());
    },
    get clockBehind() {
      const { lastAt } = store.get().fund;
      return lastAt !== undefined && Date.parse(lastAt) - client.now().getTime() > clockSlack
        ? lastAt
        : undefined;
    },
    getState: () => store.get(),
    subscribe: (listener) => store.subscribe(listener),
    may: (kind) => mayActOn(actor, kind, belongingOfFund(store.get().fund), false) === 'yes',
    type(form, value) {
      notes.type(form, value);
      const { [form]: _before, ...rest } = store.get().typed;
      store.set({ typed: Object.freeze(value === undefined ? rest : { ...rest, [form]: value }) });
    },
    enter(kind, payload, form) {
      // Under the same id it counts once, whatever was changed since it may have arrived.
      const { again } = form as Partial<EntryForm>;
      const command = { id: again || client.newId(), kind, record: client.newId(), expected: 0, payload };
      const line: Waiting = {
        command: command as CommandOf<'fund.record' | 'fund.transfer'>,
        at: client.now().toISOString(),
        form,
      };
      notes.putLine(line);
      store.set({ outbox: [...store.get().outbox, line], recorded: undefined });
      void outbox.send();
    },
    takeBack(line) {
      const found = store.get().outbox.find(({ command }) => command.id === line);
      if (!found) return undefined;
      notes.dropLine(line);
      store.set({ outbox: store.get().outbox.filter((one) => one !== found) });
      return found.form;
    },
    resend: () => outbox.send(),
    act: (wish) => acts.act(wish),
    settle: () => acts.settle(),
    refresh,
    async reread(no) {
      try {
        await ledger.refreshSecret(no, gone.signal);
      } catch {
        refreshLater();
        return false;
      }
      store.set({ revision: store.get().revision + 1 });
      return true;
    },
    takeIn: async (files) => (await evidence()).takeIn(sender, files),
    openFile: async (file) => (await import('./evidence.js')).openFile(sender, file),
    newId: () => client.newId(),
    newSalt,
    flush: () => notes.flush(),
    dispose() {
      if (gone.signal.aborted) return;
      gone.abort();
      clearTimeout(timer);
      outbox.stop();
      unwatch?.();
      unhear();
      stay();
      notes.close();
    },
  };
}
