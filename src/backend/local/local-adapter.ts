import type { Actor } from '../../domain/actor.schema.js';
import type { Command } from '../../domain/command.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { abortable, throwIfAborted } from '../abort.js';
import { answerQuery } from '../answer-query.js';
import type { ReadRegistry } from '../apply.js';
import type { Catalog } from '../catalog.js';
import { deviceActor } from '../device-actor.js';
import { HtsdError, toHtsdError } from '../errors.js';
import type { Backend, BackendEvent, CallOptions, FileInfo, Session } from '../port.js';
import { createConnection } from './connection.js';
import { createLocalReader } from './local-reader.js';
import { createPush, pushAvailable } from './push.js';

export interface LocalAdapterOptions {
  /** Prefix of the database's name. Default 'htsd'. */
  name?: string | undefined;
  /** Tenants have databases of their own. Default 'default'. */
  tenant?: string | undefined;
  /** Who is signed in; null for a visitor. Default: the officer at this device. */
  actor?: Actor | null | undefined;
  /** Criteria sets beside those published here. */
  catalog?: Catalog | undefined;
  /** The registry of competent bodies: titles are granted by those in it alone. Default: nobody is asked for. */
  registry?: ReadRegistry | undefined;
  now?: (() => Date) | undefined;
  /** Milliseconds that opening the database may take. Default 8,000. */
  openTimeout?: number | undefined;
}

/** The IndexedDB database in which an adapter with these options keeps its records. */
export function databaseName({ name = 'htsd', tenant = 'default' }: LocalAdapterOptions = {}): string {
  return `${encodeURIComponent(name)}/records/${encodeURIComponent(tenant)}`;
}

/** A loader that is tried again after it failed: without a network now, a part of the code may come later. */
function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | undefined;
  return () => {
    part ??= load().catch((cause: unknown) => {
      part = undefined;
      throw new HtsdError('offline', { cause });
    });
    return part;
  };
}

/**
 * The embedded back end: keeps everything in this browser's IndexedDB and runs the domain's functions itself.
 * Errors beside the port's: `unsupported` (`reason`: storage, storage-newer, disposed), `quota`, `timeout` (`reason: 'blocked'`).
 */
export function createLocalAdapter(options: LocalAdapterOptions = {}): Backend {
  const { tenant = 'default', catalog, registry, now = () => new Date(), openTimeout = 8_000 } = options;
  const actor = options.actor === undefined ? deviceActor : options.actor;
  const name = databaseName(options);
  const connection = createConnection(name, openTimeout);
  // At once, while whoever made it draws itself. What fails now fails again, with its reason, at the first call of whoever asks.
  connection.run(async () => undefined).catch(() => undefined);
  const push = createPush(name);
  let disposed = false;

  const writing = lazy(() => import('./write-part.js'));
  const filing = lazy(() => import('./local-files.js'));

  /** Who asks, with the places that he is in charge of. */
  const whoAsks = async (): Promise<Actor | null> =>
    actor?.scope ? (await writing()).inCharge(actor, connection, { catalog, now }) : actor;

  async function call<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    throwIfAborted(signal);
    if (disposed) throw new HtsdError('unsupported', { params: { reason: 'disposed' } });
    try {
      return await abortable(work(), signal);
    } catch (error) {
      throw toHtsdError(error);
    }
  }

  return {
    name: 'local',
    checked: true,
    capabilities: {
      files: true,
      push: pushAvailable,
      publicRead: true,
      aggregate: false,
      durable: true,
      deviceOnly: true,
    },
    session: ({ signal }: CallOptions = {}): Promise<Session> =>
      call(signal, async () => ({ actor: structuredClone(await whoAsks()), tenant })),
    query: <Q extends QueryName>(
      query: Q,
      params: QueryParams<Q>,
      { signal }: CallOptions = {},
    ): Promise<Page<QueryItem<Q>>> =>
      call(signal, async () => {
        const reader = createLocalReader(connection);
        return answerQuery(query, params, { reader, actor: await whoAsks(), catalog, signal, now });
      }),
    execute: (commands: readonly Command[], options: CallOptions = {}): Promise<Receipt[]> =>
      call(options.signal, async () => {
        const { applyLocally } = await writing();
        return applyLocally(connection, push, { actor, now, catalog, registry }, commands, options);
      }),
    files: {
      put: (blob: Blob, { signal }: CallOptions = {}): Promise<FileInfo> =>
        call(signal, async () => (await filing()).putFile(connection, actor, blob)),
      get: (sha256: string, { signal }: CallOptions = {}): Promise<Blob> =>
        call(signal, async () => (await filing()).getFile(connection, actor, sha256)),
    },
    ...(pushAvailable && { subscribe: (listener: (event: BackendEvent) => void) => push.listen(listener) }),
    async dispose() {
      disposed = true;
      push.close();
      await connection.close();
    },
  };
}
