import type { Achievement } from '../../domain/achievement.schema.js';
import type { Actor } from '../../domain/actor.schema.js';
import type { Command } from '../../domain/command.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { abortable } from '../abort.js';
import { answerQuery } from '../answer-query.js';
import { applyCommands, type ReadRegistry } from '../apply.js';
import type { Catalog } from '../catalog.js';
import { createCharge } from '../charge.js';
import { checkFile } from '../check-file.js';
import { deviceActor } from '../device-actor.js';
import { HtsdError } from '../errors.js';
import { knownParts } from '../known-parts.js';
import type { Backend, BackendEvent, CallOptions, FileInfo, Session } from '../port.js';
import type { LogEntry } from '../record-store.js';
import { createFaults, type Faults, type FaultyCall } from './faults.js';
import { createMemoryStore, type MemoryStore } from './memory-store.js';

export { createFaults, type Faults } from './faults.js';
export { createMemoryStore, type MemoryStore } from './memory-store.js';

export interface MemoryAdapterOptions {
  /** Shared with other adapters, as if they were people on one server. Default: a store of its own. */
  store?: MemoryStore | undefined;
  /** Default 'default'. */
  tenant?: string | undefined;
  /** Who is signed in; null for a visitor. Default: the device's officer. */
  actor?: Actor | null | undefined;
  catalog?: Catalog | undefined;
  /** The registry of competent bodies: titles are granted by those in it alone. Default: nobody is asked for. */
  registry?: ReadRegistry | undefined;
  /** What a learning platform would know of who is asking. Default: there is none. */
  achievements?: ((actor: Actor) => readonly Achievement[]) | undefined;
  now?: (() => Date) | undefined;
  /** Makes calls go wrong, for tests of what stands before the adapter. */
  faults?: Faults | undefined;
}

/** The memory adapter offers, beside the port, what a test wants to look at. */
export interface MemoryAdapter extends Backend {
  /** The tenant's command log, oldest first. */
  log(): LogEntry[];
}

/** A back end that keeps everything in memory: for tests, demonstrations and training. */
export function createMemoryAdapter(options: MemoryAdapterOptions = {}): MemoryAdapter {
  const { catalog, registry, achievements, now = () => new Date(), faults = createFaults() } = options;
  const tenantName = options.tenant ?? 'default';
  const actor = options.actor === undefined ? deviceActor : options.actor;
  const tenant = (options.store ?? createMemoryStore()).tenant(tenantName);
  const charge = createCharge({ parts: () => knownParts({ reader: tenant, catalog }), now });
  const whoAsks = async (): Promise<Actor | null> => actor && charge.of(actor);
  const ends = new Set<() => void>();
  const self = {};
  let disposed = false;

  function call<T>(name: FaultyCall, signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    if (disposed) return Promise.reject(new HtsdError('unsupported', { params: { reason: 'disposed' } }));
    if (signal?.aborted) return abortable(new Promise<T>(() => undefined), signal);
    return abortable(faults.around(name, work), signal);
  }

  function tell(entry: LogEntry): void {
    for (const listener of tenant.listeners) {
      for (const record of entry.records) listener(record, self);
    }
  }

  function signedIn(): void {
    if (!actor) throw new HtsdError('unauthenticated');
  }

  return {
    name: 'memory',
    capabilities: {
      files: true,
      push: true,
      publicRead: true,
      aggregate: false,
      durable: false,
      deviceOnly: true,
      ...(achievements && { achievements: true }),
    },
    session: ({ signal }: CallOptions = {}): Promise<Session> =>
      call('session', signal, async () => ({ actor: structuredClone(await whoAsks()), tenant: tenantName })),
    execute: (commands: readonly Command[], options: CallOptions = {}): Promise<Receipt[]> =>
      call('execute', options.signal, async () =>
        applyCommands(
          commands,
          {
            ...{ store: tenant, actor: await whoAsks(), now, catalog, registry },
            onApplied: tell,
          },
          options,
        ),
      ),
    query: <Q extends QueryName>(
      name: Q,
      params: QueryParams<Q>,
      { signal }: CallOptions = {},
    ): Promise<Page<QueryItem<Q>>> =>
      call('query', signal, async () =>
        answerQuery(name, params, { reader: tenant, actor: await whoAsks(), catalog, signal, now }),
      ),
    files: {
      put: (blob: Blob, { signal }: CallOptions = {}): Promise<FileInfo> =>
        call('put', signal, async () => {
          signedIn();
          const file = await checkFile(blob);
          if (!tenant.files.has(file.sha256)) tenant.files.set(file.sha256, file);
          return { sha256: file.sha256, type: file.type, size: file.size };
        }),
      get: (sha256: string, { signal }: CallOptions = {}): Promise<Blob> =>
        call('get', signal, async () => {
          signedIn();
          const file = tenant.files.get(sha256);
          if (!file) throw new HtsdError('not-found');
          return new Blob([file.bytes], { type: file.type });
        }),
    },
    ...(achievements && {
      achievements: ({ signal }: CallOptions = {}): Promise<Achievement[]> =>
        call('query', signal, async () => {
          if (!actor) throw new HtsdError('unauthenticated');
          return structuredClone([...achievements(actor)]);
        }),
    }),
    subscribe(listener: (event: BackendEvent) => void): () => void {
      const heard = (event: BackendEvent, from: object): void => {
        if (from !== self) listener({ type: event.type, id: event.id, version: event.version });
      };
      tenant.listeners.add(heard);
      const end = (): void => {
        tenant.listeners.delete(heard);
        ends.delete(end);
      };
      ends.add(end);
      return end;
    },
    log: () => tenant.log,
    async dispose() {
      disposed = true;
      for (const end of [...ends]) end();
    },
  };
}
