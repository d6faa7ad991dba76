import type { Backend, BackendEvent, Session } from '../../backend/port.js';
import type { Actor } from '../../domain/actor.schema.js';
import { createViewStore } from '../view-store.js';
import type { Entry } from './entry.types.js';
import { troubleOf } from './error-course.js';
import { createOutboxDb, type OutboxDb } from './outbox-db.js';
import { createOutboxStore, type OutboxStore, type Queue, type QueueChange } from './outbox-store.js';
import type { OutboxView } from './outbox.types.js';
import { createRecordCache, type RecordCache } from './record-cache.js';
import { joinPages } from './pages.js';
import { World } from './world.js';

/** Who is signed in, and under which name his things are kept. */
export interface Person {
  owner: string;
  actor: Actor;
  tenant: string;
}

export interface CoreOptions {
  /** Prefix of database, lock and channel. */
  storage: string;
  now: () => Date;
  newId: () => string;
}

/** What the parts of the outbox share: whose it is, what waits, and how the records stand with it. */
export interface Core extends CoreOptions {
  readonly backend: Backend;
  readonly db: OutboxDb;
  readonly store: OutboxStore;
  readonly cache: RecordCache;
  readonly view: {
    get(): OutboxView;
    set(change: Partial<OutboxView>): void;
    subscribe(l: () => void): () => void;
  };
  readonly person: Person | undefined;
  /** Commands that this page is sending on behalf of a caller who waits. */
  readonly underWay: Set<string>;
  /** Ends when what arrived last has been taken in: between leaving the queue and standing in the cache it is in neither. */
  settling: Promise<unknown>;
  /** Something goes out by itself: what waits, and what the back end fails over. */
  readonly due: boolean;
  /** Takes in who is here; null where nobody is. Answers whether it is somebody else than before. */
  adopt(session: Session | null): Promise<boolean>;
  /** Changes the queue of who is here, and tells everybody. */
  change(owner: string, change: (queue: Queue) => QueueChange | undefined): Promise<Queue>;
  /** The records as they will be; valid until the queue or the records change. */
  world(person: Person): Promise<World>;
  /** What was just put into the queue is in the world already. */
  foreseen(world: World, queue: Queue): void;
  /** Records changed under the world. */
  stale(): void;
  /** Reads the queue again and shows it. */
  refresh(): Promise<void>;
  waitsFor(record: string): 'waiting' | 'stuck' | undefined;
  /** Asks the browser once to keep what waits. */
  askToPersist(): void;
  tell(event: BackendEvent): void;
  /** Tells the other pages of this browser which records changed: their back end may tell them nothing. */
  tellPages(events: readonly BackendEvent[]): void;
  listen(listener: (event: BackendEvent) => void): () => void;
  close(): void;
}

export const ownerOf = (tenant: string, actor: string): string => `${tenant}/${actor}`;

/** The core over a database of its own. */
export function createCore(backend: Backend, options: CoreOptions): Core {
  const db = createOutboxDb(`${options.storage}-outbox`);
  const store = createOutboxStore(db);
  const cache = createRecordCache(db, options.now);
  const view = createViewStore<OutboxView>({
    status: 'idle',
    waiting: 0,
    sent: 0,
    of: 0,
    stuck: 0,
    revision: 0,
  });
  const listeners = new Set<(event: BackendEvent) => void>();
  const records = new Map<string, 'waiting' | 'stuck'>();
  let person: Person | undefined;
  let asked = false;
  let due = false;
  let ready: { world: World; entries: readonly Entry[] } | undefined;
  const pages = joinPages(`${options.storage}-outbox`, (events) => {
    ready = undefined;
    void core.refresh();
    for (const event of events) heard.set(`${event.type} ${event.id}`, event);
    hear();
  });
  /** Nobody looks at a page that is hidden: it reads again once it is seen, however much was written meanwhile. */
  const heard = new Map<string, BackendEvent>();
  function hear(): void {
    if (globalThis.document?.visibilityState === 'hidden') return;
    const events = [...heard.values()];
    heard.clear();
    for (const event of events) core.tell(event);
  }
  globalThis.document?.addEventListener('visibilitychange', hear);

  function show({ entries, damaged }: Queue): void {
    records.clear();
    for (const entry of entries) {
      const { record } = entry.command;
      if (records.get(record) !== 'stuck') records.set(record, troubleOf(entry) ? 'stuck' : 'waiting');
    }
    const fine = entries.filter((entry) => !troubleOf(entry));
    due = entries.some(({ trouble }) => !trouble);
    const { status, revision } = view.get();
    const settled = fine.length === 0 ? 'idle' : status === 'idle' ? 'waiting' : status;
    view.set({
      status: status === 'sending' ? status : settled,
      waiting: fine.length,
      stuck: entries.length - fine.length + damaged.length,
      oldest: fine[0]?.at,
      revision: revision + 1,
    });
  }

  const core: Core = {
    ...options,
    backend,
    db,
    store,
    cache,
    view,
    underWay: new Set(),
    settling: Promise.resolve(),
    get due() {
      return due;
    },
    get person() {
      return person;
    },
    async adopt(session) {
      const before = person?.owner;
      person = session?.actor
        ? {
            owner: ownerOf(session.tenant, session.actor.id),
            actor: session.actor,
            tenant: session.tenant,
          }
        : undefined;
      if (person?.owner === before) return false;
      ready = undefined;
      view.set({ status: 'idle', problem: undefined });
      await core.refresh();
      return true;
    },
    async change(owner, decide) {
      const queue = await store.change(owner, decide);
      if (person?.owner === owner) show(queue);
      pages.tell();
      return queue;
    },
    async world(who) {
      const { entries } = await store.queue(who.owner);
      if (ready && ready.world.owner === who.owner && ready.entries === entries) return ready.world;
      const world = new World(cache, who.owner, who.actor);
      for (const { command, at } of entries) {
        const { decision } = await world.foresee(command, at).catch(() => ({ decision: undefined }));
        if (decision?.status === 'applied') world.take(command, decision.writes);
      }
      ready = { world, entries };
      return world;
    },
    foreseen: (world, { entries }) => void (ready = { world, entries }),
    stale: () => void (ready = undefined),
    async refresh() {
      // Where nothing can be kept, nothing waits.
      const none: Queue = { entries: [], damaged: [] };
      show(person ? await store.queue(person.owner).catch(() => none) : none);
    },
    waitsFor: (record) => records.get(record),
    askToPersist() {
      if (asked) return;
      asked = true;
      const keep = globalThis.navigator?.storage?.persist?.();
      Promise.resolve(keep ?? false).then(
        (persisted) => view.set({ persisted }),
        () => view.set({ persisted: false }),
      );
    },
    tell: (event) => listeners.forEach((listener) => listener(event)),
    tellPages: (events) => events.length > 0 && pages.tell(events),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      pages.close();
      globalThis.document?.removeEventListener('visibilitychange', hear);
      listeners.clear();
      store.close();
    },
  };
  return core;
}
