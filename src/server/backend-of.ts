import type { Actor } from '../domain/actor.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../domain/query.schema.js';
import type { Receipt } from '../domain/receipt.schema.js';
import { answerQuery } from '../backend/answer-query.js';
import { applyCommands, type ReadRegistry } from '../backend/apply.js';
import type { Catalog } from '../backend/catalog.js';
import { checkFile } from '../backend/check-file.js';
import { HtsdError } from '../backend/errors.js';
import type { FileInfo } from '../backend/port.js';
import type { ByteStore } from './files/disk-files.js';
import type { Identity } from './identity/identity.js';
import { changesSince, type Changes } from './storage/changes.js';
import type { Asking, Database } from './storage/database.js';
import { createSqlReader } from './storage/sql-reader.js';
import { inBatches } from './storage/in-batches.js';

/** What the server works with. */
export interface House {
  database: Database;
  files: ByteStore;
  catalog?: Catalog | undefined;
  /** The registry of competent bodies of a province, where there is one. */
  registry?: ((province: string) => ReturnType<ReadRegistry>) | undefined;
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
  getFile(sha256: string): Promise<FileInfo & { bytes: Uint8Array<ArrayBuffer> }>;
}

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
]);

/** What one person may do and see; nothing of it outlives the request. */
export function deskOf(house: House, { actor, province }: Identity): Desk {
  const { database, files, catalog, registry, now } = house;
  const writer: Asking & { role: 'writer' } = { role: 'writer', province };
  const readerFor = (name: QueryName): Asking =>
    actor && personal.has(name) ? { role: 'reader', province, actor: actor.id, scope: actor.scope } : writer;

  return {
    execute: (commands, signal) =>
      inBatches(commands, { database, asking: writer, catalog, signal }, (some, store) =>
        applyCommands(
          some,
          { store, actor, now, catalog, ...(registry && { registry: () => registry(province) }) },
          { signal },
        ),
      ),
    query: (name, params, signal) => {
      const asking = readerFor(name);
      const reader = createSqlReader((work) => database.behind(asking, work), province);
      return answerQuery(name, params, { reader, actor, catalog, signal, now });
    },
    changes: async (since) => changesSince(database, signedIn(actor), province, since),
    async putFile(blob) {
      const { id: owner } = signedIn(actor);
      const { sha256, type, size, bytes } = await checkFile(blob);
      // Bytes first: a line in the table must never name what is not there.
      await files.put(province, sha256, new Uint8Array(bytes));
      await database.behind(writer, (db) =>
        db
          .insertInto('file')
          .values({ province, sha256, type, size, owner, at: now().toISOString() })
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
      return { sha256, type, size };
    },
    async getFile(sha256) {
      signedIn(actor);
      const known = await database.behind(writer, (db) =>
        db
          .selectFrom('file')
          .select(['type', 'size'])
          .where('province', '=', province)
          .where('sha256', '=', sha256)
          .executeTakeFirst(),
      );
      const bytes = known && (await files.get(province, sha256));
      if (!bytes) throw new HtsdError('not-found');
      return { ...known, sha256, bytes };
    },
  };
}

function signedIn(actor: Actor | null): Actor {
  if (!actor) throw new HtsdError('unauthenticated');
  return actor;
}
