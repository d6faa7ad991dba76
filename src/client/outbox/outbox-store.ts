import type { Session } from '../../backend/port.js';
import type { DamagedEntry, Entry, SentEntry } from './entry.types.js';
import type { OutboxDb } from './outbox-db.js';
import { isWhole, readEntry } from './read-entry.js';

/** How many commands that arrived are kept to be looked at. */
const mostSent = 100;

/** An entry that has no place in the queue yet. */
export type NewEntry = Omit<Entry, 'seq'>;

/** The queue of one person, in order. */
export interface Queue {
  entries: readonly Entry[];
  damaged: readonly DamagedEntry[];
}

/** What changes in a queue, in one transaction. */
export interface QueueChange {
  add?: NewEntry[];
  put?: Entry[];
  remove?: readonly number[];
  sent?: SentEntry[];
}

export interface OutboxStore {
  /** The queue as every tab of this browser left it. */
  queue(owner: string): Promise<Queue>;
  /**
   * Changes a queue by what it is now: no other tab comes in between. `change` answers undefined where nothing is to be
   * done; it may be asked again where another tab was faster.
   */
  change(owner: string, change: (queue: Queue) => QueueChange | undefined): Promise<Queue>;
  sent(owner: string): Promise<SentEntry[]>;
  /** Who was here last and did not sign out. */
  session(): Promise<Session | undefined>;
  keepSession(session: Session | undefined): Promise<void>;
  putFile(owner: string, sha256: string, blob: Blob): Promise<void>;
  getFile(owner: string, sha256: string): Promise<Blob | undefined>;
  files(owner: string): Promise<string[]>;
  removeFile(owner: string, sha256: string): Promise<void>;
  /** Takes away everything of a person, but where `queue` is false what he has not sent yet. */
  wipe(owner: string, queue: boolean): Promise<void>;
  close(): void;
}

const range = (owner: string): IDBKeyRange => IDBKeyRange.bound([owner], [owner, []]);

/**
 * The queues on disk, mirrored in memory as long as no other tab changes them. Errors: `quota`, `unsupported`
 * (`createDatabase`).
 */
export function createOutboxStore(db: OutboxDb): OutboxStore {
  let mirror: { owner: string; revision: number; queue: Queue } | undefined;

  async function read(owner: string): Promise<{ revision: number; queue: Queue }> {
    const found = await db.run(async (open) => {
      const tx = open.transaction(['entries', 'state']);
      const revision = Number((await tx.objectStore('state').get('revision')) ?? 0);
      // Held here: by the time that this is answered, another reading may have put something else in its place.
      const known = mirror;
      if (known?.owner === owner && known.revision === revision) return known;
      const entries = tx.objectStore('entries');
      const [keys, values] = await Promise.all([
        entries.getAllKeys(range(owner)),
        entries.getAll(range(owner)),
      ]);
      return { revision, keys, values };
    });
    if ('queue' in found) return found;
    const all = await Promise.all(found.keys.map((key, i) => readEntry(owner, key[1], found.values[i])));
    const queue = {
      entries: all.filter(isWhole),
      damaged: all.filter((one): one is DamagedEntry => !isWhole(one)),
    };
    return reflect({ owner, revision: found.revision, queue });
  }

  /** What was read or written, for the next time, unless that is older than what is there. */
  function reflect(seen: NonNullable<typeof mirror>): NonNullable<typeof mirror> {
    if (mirror?.owner !== seen.owner || mirror.revision < seen.revision) mirror = seen;
    return seen;
  }

  /** Writes where nobody was faster; undefined where somebody was. */
  async function write(
    owner: string,
    revision: number,
    { add = [], put = [], remove = [], sent = [] }: QueueChange,
  ): Promise<Entry[] | undefined> {
    return db.run(async (open) => {
      const tx = open.transaction(['entries', 'sent', 'state'], 'readwrite', { durability: 'strict' });
      const state = tx.objectStore('state');
      const [now, last] = await Promise.all([state.get('revision'), state.get('seq')]);
      if (Number(now ?? 0) !== revision) {
        tx.abort();
        await tx.done.catch(() => undefined);
        return undefined;
      }
      let seq = Number(last ?? 0);
      const added = add.map((entry): Entry => ({ ...entry, seq: ++seq }));
      const entries = tx.objectStore('entries');
      const log = tx.objectStore('sent');
      const steps: Promise<unknown>[] = [state.put(revision + 1, 'revision'), state.put(seq, 'seq')];
      for (const entry of [...put, ...added]) steps.push(entries.put(entry, [owner, entry.seq]));
      for (const gone of remove) steps.push(entries.delete([owner, gone]));
      if (sent.length > 0) {
        for (const one of sent.slice(-mostSent)) steps.push(log.put(one, [owner, one.seq]));
        const kept = await log.getAllKeys(range(owner));
        for (const key of kept.slice(0, Math.max(0, kept.length - mostSent))) steps.push(log.delete(key));
      }
      await Promise.all([...steps, tx.done]);
      return added;
    });
  }

  return {
    queue: async (owner) => (await read(owner)).queue,
    async change(owner, decide) {
      for (;;) {
        const { revision, queue } = await read(owner);
        const change = decide(queue);
        if (!change) return queue;
        const added = await write(owner, revision, change);
        if (!added) continue;
        const put = new Map((change.put ?? []).map((entry) => [entry.seq, entry]));
        const gone = new Set(change.remove);
        const next: Queue = {
          entries: [
            ...queue.entries.filter(({ seq }) => !gone.has(seq)).map((entry) => put.get(entry.seq) ?? entry),
            ...added,
          ],
          damaged: queue.damaged.filter(({ seq }) => !gone.has(seq)),
        };
        reflect({ owner, revision: revision + 1, queue: next });
        return next;
      }
    },
    sent: (owner) => db.run(async (open) => (await open.getAll('sent', range(owner))) as SentEntry[]),
    session: () => db.run(async (open) => (await open.get('state', 'session')) as Session | undefined),
    keepSession: (session) =>
      db.run(async (open) => {
        if (session) await open.put('state', session, 'session');
        else await open.delete('state', 'session');
      }),
    putFile: (owner, sha256, blob) =>
      db.run(async (open) => void (await open.put('files', blob, [owner, sha256]))),
    getFile: (owner, sha256) => db.run((open) => open.get('files', [owner, sha256])),
    files: (owner) =>
      db.run(async (open) => (await open.getAllKeys('files', range(owner))).map((key) => key[1])),
    removeFile: (owner, sha256) => db.run((open) => open.delete('files', [owner, sha256])),
    wipe: (owner, all) =>
      db.run(async (open) => {
        const tx = open.transaction(['entries', 'sent', 'records', 'answers', 'files', 'state'], 'readwrite');
        const state = tx.objectStore('state');
        const revision = Number((await state.get('revision')) ?? 0);
        const stores = all
          ? (['entries', 'files', 'sent', 'records', 'answers'] as const)
          : (['sent', 'records', 'answers'] as const);
        await Promise.all([
          ...stores.map((name) => tx.objectStore(name).delete(range(owner) as never)),
          state.delete('session'),
          state.put(revision + 1, 'revision'),
          tx.done,
        ]);
        mirror = undefined;
      }),
    close: () => db.close(),
  };
}
