import { abortable } from '../../backend/abort.js';
import { isHtsdError } from '../../backend/errors.js';
import type { Backend, BackendEvent, CallOptions, Session } from '../../backend/port.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import { firstAct } from '../first-act.js';
import { lazily } from '../lazily.js';
import { isAbort } from '../problem.js';
import type { Outbox, OutboxBackend, OutboxView } from './outbox.types.js';
import { unsentHere, type Holding } from './unsent-here.js';

export interface LaterOptions {
  /** Prefix of the browser databases, as given to the client. Default 'htsd'. */
  storage?: string | undefined;
  /** Resolves when somebody is there who may write something. Default: his first act on the page. */
  soon?: (() => Promise<void>) | undefined;
}

/** What was read before the queue came. */
export interface ReadBefore {
  session: Session;
  answers: readonly { name: QueryName; params: object; page: Page<unknown> }[];
}

const actNames = [
  ...(['items', 'retry', 'remove', 'conflict', 'resolve', 'exportFile', 'importFile', 'signOut'] as const),
];

const nothingWaits: OutboxView = Object.freeze({
  ...{ status: 'idle', waiting: 0, sent: 0, of: 0, stuck: 0, revision: 0 },
});

/** The back end has answered and would answer so again. By hand: what else the queue makes of errors comes with the queue. */
const isRefusal = (error: unknown): boolean =>
  isHtsdError(error) && (error.code === 'unauthenticated' || !error.retryable);

/**
 * A back end whose queue is fetched when there is something to do for it: with the first thing that somebody writes or asks
 * of it, at once where a page of before left something unsent, ahead of all that when a person begins to act. Until then
 * what is read comes straight from the back end, and is handed to the queue when it comes. The back end must check its own
 * answers (`checked`). Errors: as of the back end; offline where the queue itself cannot be fetched.
 */
export function queuedLater(backend: Backend, options: LaterOptions = {}): OutboxBackend {
  const { storage = 'htsd', soon = firstAct } = options;
  let box: OutboxBackend | undefined;
  let disposed = false;
  let holding: Promise<Holding> | undefined;
  let session: Session | undefined;
  const answers = new Map<string, ReadBefore['answers'][number]>();
  const listeners = new Map<(event: BackendEvent) => void, (() => void) | undefined>();

  const fetchQueue = lazily(async (): Promise<OutboxBackend> => {
    const { withOutbox } = await import('./with-outbox.js');
    const before = session && { session, answers: [...answers.values()] };
    const made = withOutbox(backend, { storage, before });
    if (disposed) await made.dispose();
    answers.clear();
    for (const listener of listeners.keys()) listeners.set(listener, made.subscribe?.(listener));
    return (box = made);
  });

  /** The queue where it has to be heard before anything is read: it is here, or something waits in it. */
  async function needed(): Promise<OutboxBackend | undefined> {
    if (box) return box;
    holding ??= unsentHere(`${storage}-outbox`);
    return (await holding) === 'entries' ? fetchQueue() : undefined;
  }

  /** Straight from the back end; where that is out of reach, from what an earlier visit kept. */
  async function read<T>(straight: () => Promise<T>, kept: (queue: OutboxBackend) => Promise<T>): Promise<T> {
    const queue = await needed();
    if (queue) return kept(queue);
    try {
      return await straight();
    } catch (error) {
      if (isAbort(error) || isRefusal(error) || (await holding) === 'nothing') throw error;
      const late = await fetchQueue().catch(() => undefined);
      if (!late) throw error;
      return kept(late);
    }
  }

  let asking: Promise<Session> | undefined;
  /** Everything on a page asks it at the same time; who gave up leaves the next one to ask anew. */
  async function whoIsHere({ signal }: CallOptions): Promise<Session> {
    const mine = (asking ??= backend.session());
    try {
      return await abortable(mine, signal);
    } finally {
      if (asking === mine) asking = undefined;
    }
  }

  const { files } = backend;
  /** What a person does with the queue: it is fetched for that. */
  const acts = Object.fromEntries(
    actNames.map((name) => [
      name,
      async (...given: never[]): Promise<unknown> => {
        const { outbox: real } = await fetchQueue();
        return (real[name] as (...all: never[]) => Promise<unknown>)(...given);
      },
    ]),
  ) as Pick<Outbox, (typeof actNames)[number]>;
  const outbox: Outbox = {
    getState: () => box?.outbox.getState() ?? nothingWaits,
    subscribe(listener) {
      let end: (() => void) | undefined;
      let gone = false;
      fetchQueue().then(
        (queue) => {
          if (gone) return;
          end = queue.outbox.subscribe(listener);
          listener();
        },
        // Whoever asks for more than the state is told.
        () => undefined,
      );
      return () => {
        gone = true;
        end?.();
      };
    },
    waitsFor: (record) => box?.outbox.waitsFor(record),
    send: async () => (await fetchQueue().catch(() => undefined))?.outbox.send(),
    ...acts,
  };

  // What cannot be fetched now is fetched when it is needed.
  void soon().then(() => (disposed ? undefined : fetchQueue().catch(() => undefined)));

  return {
    name: backend.name,
    capabilities: backend.capabilities,
    checked: true,
    now: backend.now,
    session: (call: CallOptions = {}) =>
      read(
        async () => {
          const known = await whoIsHere(call);
          // What one person has read is nobody else's.
          if (known.tenant !== session?.tenant || known.actor?.id !== session.actor?.id) answers.clear();
          return (session = known);
        },
        (queue) => queue.session(call),
      ),
    query: <Q extends QueryName>(name: Q, params: QueryParams<Q>, call: CallOptions = {}) =>
      read<Page<QueryItem<Q>>>(
        async () => {
          const page = await backend.query(name, params, call);
          if (!box) answers.set(`${name} ${JSON.stringify(params)}`, { name, params, page });
          return page;
        },
        (queue) => queue.query(name, params, call),
      ),
    execute: async (commands, call) => (await fetchQueue()).execute(commands, call),
    ...(files && {
      files: {
        put: async (blob, call) => ((await fetchQueue()).files ?? files).put(blob, call),
        get: (sha256, call) => (box?.files ?? files).get(sha256, call),
      },
    }),
    // Recorded elsewhere: asked for there, with the queue or without.
    ...(backend.achievements && { achievements: (call) => backend.achievements!(call) }),
    subscribe(listener) {
      listeners.set(listener, box?.subscribe?.(listener));
      return () => {
        listeners.get(listener)?.();
        listeners.delete(listener);
      };
    },
    outbox,
    async dispose() {
      disposed = true;
      await (box ?? backend).dispose();
    },
  };
}
