import type { PackedEntries } from '../../domain/fund/fund-query.schema.js';
import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import type { RecordReader, Scan } from '../answer-query.js';
import type { Connection } from './connection.js';
import {
  entriesIn,
  firstOf,
  namesIn,
  damagedPage,
  pageKey,
  placeOf,
  readEntry,
  readSecret,
  recordIn,
  rowKey,
  secretsIn,
  type RowType,
} from './fund-rows.js';
import { isFundType, type FundType } from './row-types.js';
import { damaged } from './local-reader.js';
import type { FundRow, LocalDb } from './schema.js';

/** Rows looked at in one go; they are small. */
const scanSize = 500;

/** Reads what belongs to funds. A damaged row is left out of lists, and is an error where it is asked for. */
export function createFundReader(connection: Connection, rest: RecordReader): RecordReader {
  return {
    async read<T extends RecordType>(type: T, id: string): Promise<RecordOf<T> | undefined> {
      if (!isFundType(type)) return rest.read(type, id);
      const found = await connection.run((db) => readRecord(db, type, id));
      return found as RecordOf<T> | undefined;
    },
    async scan<T extends RecordType>(
      type: T,
      { after, subject }: { after?: string | undefined; subject?: string | undefined },
    ): Promise<Scan<T>> {
      if (!isRowType(type)) return rest.scan(type, { after, subject });
      const rows = await connection.run((db) =>
        subject === undefined ? rowsAfter(db, type, after) : rowsOf(db, type, subject, after),
      );
      const records: unknown[] = rows.flatMap<unknown>(({ row }) => recordIn(type, row) ?? []);
      return {
        records: records as RecordOf<T>[],
        last: rows.length >= scanSize ? rows.at(-1)?.id : undefined,
      };
    },
    ledger: (fund, first, last) => connection.run((db) => readPages(db, fund, first, last, secretsIn)),
    named: (fund, first, last) => connection.run((db) => readPages(db, fund, first, last, namesIn)),
  };
}

const rowTypes: ReadonlySet<RecordType> = new Set<RowType>(['fund', 'pending', 'round', 'award']);
const isRowType = (type: RecordType): type is RowType => rowTypes.has(type);

async function readRecord(db: LocalDb, type: FundType, id: string): Promise<unknown> {
  const { store } = db.transaction('funds');
  if (type === 'entry') return readEntry(store, id);
  if (type === 'entry-secret') return readSecret(store, id);
  const row = await store.get(rowKey(type, id));
  if (row === undefined) return undefined;
  const record = recordIn(type, row);
  if (!record) throw damaged(type, id);
  return record;
}

interface Found {
  id: string;
  row: FundRow;
}

async function rowsAfter(db: LocalDb, type: RowType, after: string | undefined): Promise<Found[]> {
  // '0' follows '/'.
  const range = IDBKeyRange.bound(`${type}/${after ?? ''}`, `${type}0`, after !== undefined, true);
  const { store } = db.transaction('funds');
  const [keys, rows] = await Promise.all([store.getAllKeys(range, scanSize), store.getAll(range, scanSize)]);
  return rows.map((row, index) => ({ id: idIn(type, keys[index]), row }));
}

/** Those of one fund or one round, in the order of their ids. */
async function rowsOf(
  db: LocalDb,
  type: RowType,
  subject: string,
  after: string | undefined,
): Promise<Found[]> {
  const index = db.transaction('funds').store.index('subject');
  const of = `${type}/${subject}`;
  const [keys, rows] = await Promise.all([index.getAllKeys(of), index.getAll(of)]);
  // Within one value of the index, rows come in the order of their keys.
  const found = rows.map((row, at) => ({ id: idIn(type, keys[at]), row }));
  return found.filter(({ id }) => after === undefined || id > after).slice(0, scanSize);
}

const idIn = (type: RowType, key: string | undefined): string => (key ?? '').slice(type.length + 1);

/** Whole pages, in one transaction. The last one may hold more than was asked for: somebody entered meanwhile. */
async function readPages<T>(
  db: LocalDb,
  fund: string,
  first: number,
  last: number,
  partsIn: (row: FundRow | undefined, fund: string, page: number) => T[],
): Promise<{ entries: PackedEntries; secrets: T[] }[]> {
  const [from, to] = [placeOf(first).page, placeOf(last).page];
  const { store } = db.transaction('funds');
  const range = (part: 'entries' | 'secrets') =>
    IDBKeyRange.bound(pageKey(part, fund, from), pageKey(part, fund, to));
  const [entries, secrets] = await Promise.all([
    store.getAll(range('entries')),
    store.getAll(range('secrets')),
  ]);
  const pages: { entries: PackedEntries; secrets: T[] }[] = [];
  for (let page = from; page <= to; page += 1) {
    const row = entries[page - from];
    if (!row) throw damagedPage(fund, page);
    const packed = entriesIn(row, fund, page);
    const beside = partsIn(secrets[page - from], fund, page);
    const wanted = Math.min(last, firstOf(page + 1) - 1) - firstOf(page) + 1;
    if (packed.count < wanted || beside.length !== packed.count) throw damagedPage(fund, page);
    pages.push({ entries: packed, secrets: beside });
  }
  return pages;
}
