import type { Actor } from '../domain/actor.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../domain/query.schema.js';
import type { ReadRecord } from '../domain/reader.types.js';
import type { Receipt } from '../domain/receipt.schema.js';
import { answerQuery } from '../backend/answer-query.js';
import { applyCommands, type ReadRegistry } from '../backend/apply.js';
import type { Catalog } from '../backend/catalog.js';
import { HtsdError } from '../backend/errors.js';
import type { FileInfo } from '../backend/port.js';
import type { ByteStore } from './files/disk-files.js';
import type { FileCaps } from './files/caps.js';
import { evidenceOf, type Evidence } from './files/evidence.js';
import type { Range, Uploads } from './files/uploads.js';
import type { Identity } from './identity/identity.js';
import { namedSubjects } from './named-subjects.js';
import { provenOnly } from './proven-only.js';
import type { Execute } from './refuse-some.js';
import { changesSince, type Changes } from './storage/changes.js';
import type { Asking, Database } from './storage/database.js';
import { createSqlReader, readStored } from './storage/sql-reader.js';
import { wasApplied } from './storage/was-applied.js';
import { gather } from './storage/gather.js';
import type { Outgoing } from './storage/outgoing.js';

/** What the server works with. */
export interface House {
  database: Database;
  files: ByteStore;
  /** Evidence that comes in pieces; absent: it comes whole. */
  uploads?: Uploads | undefined;
  /** How much evidence is kept. */
  caps?: FileCaps | undefined;
  catalog?: Catalog | undefined;
  /** The registry of competent bodies of a province, where there is one. */
  registry?: ((province: string) => ReturnType<ReadRegistry>) | undefined;
  /** What is told outside of what happens here. Absent: nothing. */
  outgoing?: Outgoing | undefined;
  now: () => Date;
}

/** One person's view of the house for one request. */
export interface Desk {
  execute(commands: readonly unknown[], signal: AbortSignal): Promise<Receipt[]>;
  query<Q extends QueryName>(
    name: Q,
    params: QueryParams<Q>,
    signal: AbortSignal,
  ): Promise<Page<QueryItem<Q>>>;
  /** What changed since then, of all that this person may read. */
  changes(since: string | undefined): Promise<Changes>;
  putFile(blob: Blob): Promise<FileInfo>;
  /** A piece of a file: what was made of the file where it is whole, else how much of it is there. */
  putPiece(id: string, range: Range, piece: Uint8Array): Promise<FileInfo | { offset: number }>;
  /** How much of a file is there that comes in pieces. */
  pieces(id: string): Promise<FileInfo | { offset: number }>;
  getFile(sha256: string): Promise<FileInfo & { bytes: Uint8Array<ArrayBuffer> }>;
}

/** Those about what is private in funds: one that is there and not his is forbidden, so that nobody thinks he could open it. */
const ofFunds: ReadonlySet<QueryName> = new Set<QueryName>([
  ...(['funds.list', 'fund.get', 'fund.ledger', 'fund.pending', 'rounds.list', 'awards.list'] as const),
]);

/**
 * Questions whose answer is made for one person out of what he may read. The database keeps all else from him, whatever
 * the code asks for. The others are made out of what nobody may read as it is: badges, public ledgers, tallies.
 */
const personal: ReadonlySet<QueryName> = new Set<QueryName>([
  'subjects.list',
  'subject.get',
  'assessments.list',
  'assessment.get',
  'register.list',
  'consents.list',
  'recognitions.list',
  ...ofFunds,
]);

/** What one person may do and see; nothing of it outlives the request. */
export function deskOf(house: House, { actor, province, achieved }: Identity): Desk {
  const { database, uploads, catalog, registry, outgoing, now } = house;
  const writer: Asking & { role: 'writer' } = { role: 'writer', province };
  const evidence = (): Evidence => evidenceOf(house, province, signedIn(actor));
  const readerFor = (name: QueryName): Asking =>
    actor && personal.has(name)
      ? { role: 'reader', province, actor: actor.id, scope: actor.scope, places: actor.places }
      : writer;

  /** Of a fund that the wall keeps from him it is only told that there is one. */
  function readFundsBy(read: ReadRecord): ReadRecord {
    return async (type, id) => {
      const found = await read(type, id);
      if (found || type !== 'fund') return found;
      if (await database.behind(writer, (db) => readStored(db, province, type, id)))
        throw new HtsdError('forbidden');
      return undefined;
    };
  }

  function ours(): [Uploads, string] {
    const { id } = signedIn(actor);
    if (!uploads) throw new HtsdError('unsupported');
    return [uploads, JSON.stringify([province, id])];
  }

  /** A file that was whole once, and is not kept for this person any more, begins anew. */
  async function stateOf(kept: Uploads, person: string, id: string): ReturnType<Uploads['state']> {
    const state = await kept.state(person, id);
    if (!state.done || (await evidence().has(state.done.sha256))) return state;
    await kept.forget(person, id);
    return { offset: 0 };
  }

  return {
    execute: (commands, signal) => {
      const apply: Execute = (all) =>
        gather(
          { database, asking: writer, catalog, outgoing },
          {
            ...{ commands: all, signal },
            apply: (some, store) =>
              applyCommands(
                some,
                { store, actor, now, catalog, ...(registry && { registry: () => registry(province) }) },
                { signal },
              ),
          },
        );
      const proven: Execute = (all) =>
        provenOnly(
          all,
          {
            achieved,
            stored: async (id) =>
              (await database.behind(writer, (db) => readStored(db, province, 'assessment', id)))?.text,
            wasApplied: (id) => database.behind(writer, (db) => wasApplied(db, province, id)),
          },
          apply,
        );
      return actor ? evidence().guarded(commands, proven) : apply(commands);
    },
    query: (name, params, signal) => {
      const asking = readerFor(name);
      const person = actor && asking.role === 'reader' ? actor : undefined;
      const all = createSqlReader((work) => database.behind(asking, work), province, person);
      if (name === 'subjects.list' && 'ids' in params)
        return namedSubjects(params, { reader: all, actor }) as never;
      const reader = ofFunds.has(name) ? { ...all, read: readFundsBy(all.read) } : all;
      return answerQuery(name, params, { reader, actor, catalog, signal, now });
    },
    changes: async (since) => changesSince(database, signedIn(actor), province, since),
    putFile: async (blob) => evidence().put(blob),
    async putPiece(id, range, piece) {
      const [kept, person] = ours();
      const { done } = await stateOf(kept, person, id);
      if (done) return done;
      const offset = await kept.add(person, id, range, piece);
      if (offset < range.total) return { offset };
      const info = await evidence().put(new Blob([await kept.whole(person, id)]));
      await kept.finish(person, id, info);
      return info;
    },
    async pieces(id) {
      const [kept, person] = ours();
      const { offset, done } = await stateOf(kept, person, id);
      return done ?? { offset };
    },
    getFile: async (sha256) => evidence().get(sha256),
  };
}

function signedIn(actor: Actor | null): Actor {
  if (!actor) throw new HtsdError('unauthenticated');
  return actor;
}
