import { sql, type Kysely } from 'kysely';
import type { LedgerPage } from '../../domain/fund/fund-query.schema.js';
import type { Entry, EntrySecret } from '../../domain/fund/entry.schema.js';
import { entryId } from '../../domain/fund/entry-hash.js';
import { packEntries } from '../../domain/fund/pack-entries.js';
import { PAGE_ROWS } from '../../domain/fund/page-rows.js';
import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import type { RecordReader, Scan, TallyQuestion } from '../../backend/answer-query.js';
import { HtsdError } from '../../backend/errors.js';
import { damagedEntry } from '../../backend/ledger-pages.js';
import { findRows } from './find-rows.js';
import { awardsOf, listedLike, listRecords, titlesAbout, titlesOf } from './list-records.js';
import { isListed, ownRecords, seesFew, type Part, type Person } from './own-records.js';
import type { Tables, TallyTable } from './tables.js';
import { placesOfSubjects } from './whereabouts.js';

/** Records looked at in one go. */
const scanSize = 200;

/** Runs a statement behind the wall of whoever asks. */
export type Run = <T>(work: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;

type Found = Required<Pick<RecordReader, 'readMany' | 'ledger' | 'findRows' | 'findTallies' | 'placesOf'>>;

/** What the database finds by itself. */
export interface SqlReader extends Found, Omit<RecordReader, keyof Found> {}

/** Reads the records of one province. @param person for whom they are read, where the wall lets him see only some of them */
export function createSqlReader(run: Run, province: string, person?: Person): SqlReader {
  return {
    read: (type, id) => run((db) => readRecord(db, province, type, id)),
    readMany: async <T extends RecordType>(type: T, ids: readonly string[]): Promise<RecordOf<T>[]> => {
      const rows = await run((db) =>
        db
          .selectFrom('record')
          .select(['id', 'value'])
          .where('province', '=', province)
          .where('type', '=', sql.lit(type))
          .where(sql<boolean>`id = any (${[...ids]}::text[])`)
          .execute(),
      );
      return parseAll(type, rows);
    },
    scan: async <T extends RecordType>(
      type: T,
      { after, subject, wanted, count = scanSize }: Parameters<RecordReader['scan']>[1],
    ): Promise<Scan<T>> => {
      if (type === 'tally')
        return (await run((db) => scanTallies(db, province, after, subject))) as unknown as Scan<T>;
      // Of subjects and funds nothing but whose they are is asked of the database: more come than are wanted.
      const part: Part = {
        after,
        wanted,
        limit: type === 'subject' || type === 'fund' ? scanSize : Math.min(count, scanSize),
      };
      const found =
        subject === undefined || wanted?.subjects
          ? await run((db) => findWanted(db, province, type, person, part))
          : undefined;
      if (found)
        return {
          records: parseAll(type, found),
          last: found.length === part.limit ? found.at(-1)?.id : undefined,
        };
      const rows = await run((db) => {
        let asked = db
          .selectFrom('record')
          .select(['id', 'value'])
          .where('province', '=', province)
          // Where it is planned without its values, too, it is known to be a part of the type, in the order of an index.
          .where('type', '=', sql.lit(type))
          .orderBy('id')
          .limit(sql.lit(scanSize));
        if (after !== undefined) asked = asked.where('id', '>', after);
        if (subject !== undefined && narrowed.has(type))
          // The index is of those that have a parent: where statements are planned without their values, it is used if this one says so.
          asked = asked.where('parent', '<>', sql.lit('')).where('parent', '=', subject);
        return asked.execute();
      });
      return {
        records: parseAll(type, rows),
        last: rows.length === scanSize ? rows.at(-1)?.id : undefined,
      };
    },
    placesOf: (subjects) => run((db) => placesOfSubjects(db, province, subjects)),
    findRows: (question) => run((db) => findRows(db, province, question)),
    findTallies: (question) => run((db) => findTallies(db, province, question)),
    ledger: (fund, first, last) => run((db) => ledgerOf(db, province, fund, first, last)),
  };
}

/** Records that somebody may see and wants, where they are sooner found than by going through all of the type. */
async function findWanted(
  db: Kysely<Tables>,
  province: string,
  type: RecordType,
  person: Person | undefined,
  part: Part,
): Promise<{ id: string; value: string }[] | undefined> {
  const { wanted = {} } = part;
  if (type === 'award' && wanted.fund !== undefined) return awardsOf(db, province, wanted.fund, part);
  if (!isListed(type)) return undefined;
  if (type === 'recognition' && wanted.subjects) return titlesAbout(db, province, wanted.subjects, part);
  if (type === 'recognition' && wanted.decision !== undefined) {
    const decision = await readRecord(db, province, 'decision', wanted.decision);
    return titlesOf(db, province, decision?.recognitions ?? [], part);
  }
  if (person && (wanted.mine || seesFew(person, type))) return ownRecords(db, province, type, person, part);
  if (type === 'subject' || type === 'fund' || listedLike(type, wanted) === undefined) return undefined;
  return listRecords(db, province, type, part);
}

const narrowed: ReadonlySet<RecordType> = new Set<RecordType>([
  'assessment',
  'consent',
  'recognition',
  'award',
  'round',
  'pending',
  'figure',
]);

/** A record as it was written. Errors: invalid (`reason: 'damaged'`), where it is none any more. */
export function parseRecord<T extends RecordType>(type: T, id: string, value: string): RecordOf<T> {
  try {
    return JSON.parse(value) as RecordOf<T>;
  } catch (cause) {
    throw new HtsdError('invalid', { params: { reason: 'damaged', type, id }, cause });
  }
}

/** Of several records those that can be read. */
function parseAll<T extends RecordType>(
  type: T,
  rows: readonly { id: string; value: string }[],
): RecordOf<T>[] {
  return rows.flatMap(({ id, value }) => {
    try {
      return [parseRecord(type, id, value)];
    } catch {
      return [];
    }
  });
}

/** One record, if there is one that may be seen. */
export async function readRecord<T extends RecordType>(
  db: Kysely<Tables>,
  province: string,
  type: T,
  id: string,
): Promise<RecordOf<T> | undefined> {
  if (type === 'tally') {
    const row = await db
      .selectFrom('tally')
      .selectAll()
      .where('province', '=', province)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && (tallyOf(row) as unknown as RecordOf<T>);
  }
  const row = await db
    .selectFrom('record')
    .select('value')
    .where('province', '=', province)
    .where('type', '=', type)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && parseRecord(type, id, row.value);
}

/** The text of a record, with the version that it stands under. */
export async function readStored(
  db: Kysely<Tables>,
  province: string,
  type: RecordType,
  id: string,
): Promise<{ version: number; text: string } | undefined> {
  const row = await db
    .selectFrom('record')
    .select(['version', 'value'])
    .where('province', '=', province)
    .where('type', '=', type)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { version: row.version, text: row.value };
}

async function scanTallies(
  db: Kysely<Tables>,
  province: string,
  after: string | undefined,
  cycle: string | undefined,
): Promise<Scan<'tally'>> {
  let asked = db
    .selectFrom('tally')
    .selectAll()
    .where('province', '=', province)
    .orderBy('id')
    .limit(scanSize * 10);
  if (after !== undefined) asked = asked.where('id', '>', after);
  if (cycle !== undefined) asked = asked.where('cycle', '=', cycle);
  const rows = await asked.execute();
  return { records: rows.map(tallyOf), last: rows.length === scanSize * 10 ? rows.at(-1)?.id : undefined };
}

async function findTallies(
  db: Kysely<Tables>,
  province: string,
  { cycle, model, places, after, limit }: TallyQuestion,
): Promise<RecordOf<'tally'>[]> {
  let asked = db
    .selectFrom('tally')
    .selectAll()
    .where('province', '=', province)
    .where(
      sql<boolean>`(subjects, registered, submitted, verified, recognised, refused) <> (0, 0, 0, 0, 0, 0)`,
    )
    .orderBy('id')
    .limit(limit);
  if (after !== undefined) asked = asked.where('id', '>', after);
  if (cycle !== undefined) asked = asked.where('cycle', '=', cycle);
  if (model !== undefined) asked = asked.where('model', '=', model);
  if (places) asked = asked.where(sql<boolean>`place = any (${places}::text[])`);
  return (await asked.execute()).map(tallyOf);
}

function tallyOf(row: TallyTable): RecordOf<'tally'> {
  const { id, version, cycle, model, subject_group: subjectGroup, place } = row;
  const { subjects, registered, submitted, verified, recognised, refused } = row;
  const counts = { subjects, registered, submitted, verified, recognised, refused };
  return { id, version, cycle, model: model as RecordOf<'tally'>['model'], subjectGroup, place, counts };
}

/** Pages of a ledger with all that is private in them, checked to follow each other. */
async function ledgerOf(
  db: Kysely<Tables>,
  province: string,
  fund: string,
  first: number,
  last: number,
): Promise<LedgerPage[]> {
  const ids = Array.from({ length: last - first + 1 }, (_, index) => entryId(fund, first + index));
  const rows = await db
    .selectFrom('record')
    .select(['type', 'id', 'value'])
    .where('province', '=', province)
    .where('type', 'in', ['entry', 'entry-secret'])
    // As one value: there may be more of them than a statement has room for.
    .where(sql<boolean>`id = any (${ids}::text[])`)
    .execute();
  const found = new Map(rows.map((row) => [`${row.type} ${row.id}`, row.value]));
  const pages: LedgerPage[] = [];
  for (let start = first; start <= last; start += PAGE_ROWS) {
    const entries: Entry[] = [];
    const secrets: EntrySecret[] = [];
    for (let no = start; no < start + PAGE_ROWS && no <= last; no += 1) {
      const id = entryId(fund, no);
      const [entry, secret] = [found.get(`entry ${id}`), found.get(`entry-secret ${id}`)];
      if (entry === undefined || secret === undefined) throw damagedEntry(id, no);
      entries.push(follows(parseRecord('entry', id, entry), entries.at(-1), id, no));
      secrets.push(parseRecord('entry-secret', id, secret));
    }
    pages.push({ entries: packEntries(entries), secrets });
  }
  return pages;
}

function follows(entry: Entry, before: Entry | undefined, id: string, no: number): Entry {
  if (entry.no !== no || (before && entry.previous !== before.hash)) throw damagedEntry(id, no);
  return entry;
}
