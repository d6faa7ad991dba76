import type { IDBPObjectStore, StoreNames } from 'idb';
import { readEntryId } from '../../domain/fund/entry-hash.js';
import type { Entry, EntrySecret } from '../../domain/fund/entry.schema.js';
import type { PackedEntries } from '../../domain/fund/fund-query.schema.js';
import { FundRecord } from '../../domain/fund/fund-record.schema.js';
import { PAGE_ROWS } from '../../domain/fund/page-rows.js';
import { entryAt, extendPage, isWholePage, packEntries } from '../../domain/fund/pack-entries.js';
import type { RecordOf, StoredRecord } from '../../domain/receipt.schema.js';
import { seal, unseal } from '../../domain/seal.js';
import { damagedEntry } from '../ledger-pages.js';
import type { FundType } from './row-types.js';
import { columnsOf, rowsFrom, type Columns } from './row-columns.js';
import type { FundRow, LocalSchema } from './schema.js';

/** What of a fund is kept row by row; entries and their private parts lie in pages. */
export type RowType = Exclude<FundRecord['type'], 'entry' | 'entry-secret'>;

type Reading = Pick<
  IDBPObjectStore<LocalSchema, StoreNames<LocalSchema>[], 'funds', IDBTransactionMode>,
  'get'
>;
type Writing = IDBPObjectStore<LocalSchema, StoreNames<LocalSchema>[], 'funds', 'readwrite'>;

/** The key of a row. Ids hold no slash, so that everything of a type lies together. */
export const rowKey = (type: RowType, id: string): string => `${type}/${id}`;

/** The key of a page, in the order of pages. */
export const pageKey = (part: 'entries' | 'secrets', fund: string, page: number): string =>
  `${part}/${fund}/${String(page).padStart(6, '0')}`;

/** Which page an entry lies in, and where. */
export function placeOf(no: number): { page: number; index: number } {
  const index = (no - 1) % PAGE_ROWS;
  return { page: (no - 1 - index) / PAGE_ROWS, index };
}

/** The number of the first entry of a page. */
export const firstOf = (page: number): number => page * PAGE_ROWS + 1;

/** The record in a row, where it is what was written or still fits its schema. */
export function recordIn<T extends RowType>(type: T, row: FundRow): RecordOf<T> | undefined {
  const { value, whole } = unseal(row.row);
  return whole || FundRecord.safeParse({ type, value }).success ? (value as never) : undefined;
}

/** The page in a row; an error that names its first entry where it is damaged. */
export function entriesIn(row: FundRow, fund: string, page: number): PackedEntries {
  const found = row.row as PackedEntries;
  const first = firstOf(page);
  if (!isPage(found) || found.fund !== fund || found.first !== first) throw damagedPage(fund, page);
  return found;
}

/** Looks at a page as at anything that a storage gives back. */
function isPage(page: PackedEntries): boolean {
  try {
    return isWholePage(page);
  } catch (error) {
    // A column that is missing altogether.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Private parts as they are stored; earlier versions kept them as they are. */
interface PackedSecrets {
  count: number;
  columns: Columns;
}

/** Everything that belongs to one fund and one place is named by its id; `party` is who is on the other side. */
type Named = Pick<EntrySecret, 'id' | 'party'>;
const named: ReadonlySet<string> = new Set<keyof Named>(['id', 'party']);

/** The private parts in a row, one for each entry of the page. */
export function secretsIn(row: FundRow | undefined, fund: string, page: number): EntrySecret[] {
  return unpackedIn(row, fund, page) as EntrySecret[];
}

/** Of the private parts in a row the names: most of what lies there is not even looked at. */
export function namesIn(row: FundRow | undefined, fund: string, page: number): Named[] {
  return unpackedIn(row, fund, page, named) as Named[];
}

function unpackedIn(
  row: FundRow | undefined,
  fund: string,
  page: number,
  only?: ReadonlySet<string>,
): Partial<EntrySecret>[] {
  const found = unpacked(row?.row, only);
  if (!found) throw damagedPage(fund, page);
  const first = firstOf(page);
  for (const [index, secret] of found.entries())
    if (secret?.id !== `${fund}.${first + index}`) throw damagedPage(fund, page);
  return found as Partial<EntrySecret>[];
}

function unpacked(row: unknown, only?: ReadonlySet<string>): (Partial<EntrySecret> | null)[] | undefined {
  if (Array.isArray(row)) return row as (Partial<EntrySecret> | null)[];
  try {
    const { count, columns } = row as PackedSecrets;
    return rowsFrom(columns, count, only);
  } catch (error) {
    // A column that is missing, or is not one.
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

export function damagedPage(fund: string, page: number): Error {
  const no = firstOf(page);
  return damagedEntry(`${fund}.${no}`, no);
}

/** An entry out of its page. */
export async function readEntry(store: Reading, id: string): Promise<Entry | undefined> {
  const at = readEntryId(id);
  if (!at) return undefined;
  const { page, index } = placeOf(at.no);
  const row = await store.get(pageKey('entries', at.fund, page));
  return row && entryAt(entriesIn(row, at.fund, page), index);
}

/** The private part of an entry out of its page. */
export async function readSecret(store: Reading, id: string): Promise<EntrySecret | undefined> {
  const at = readEntryId(id);
  if (!at) return undefined;
  const { page, index } = placeOf(at.no);
  const row = await store.get(pageKey('secrets', at.fund, page));
  return row && secretsIn(row, at.fund, page)[index];
}

/** The version that a guard compares with; undefined where there is none. */
export async function versionOf(store: Reading, type: FundType, id: string): Promise<number | undefined> {
  if (type === 'entry') return (await readEntry(store, id)) && 1;
  if (type === 'entry-secret') return (await readSecret(store, id))?.version;
  const row = await store.get(rowKey(type, id));
  // A damaged row is no version that a decision could have seen.
  return row && (recordIn(type, row)?.version ?? -1);
}

/** Writes what an act comes to. Only the pages that it touches are rewritten, each once. */
export async function writeRows(store: Writing, writes: readonly StoredRecord[]): Promise<void> {
  const entries = new Map<string, Entry[]>();
  const secrets = new Map<string, EntrySecret[]>();
  for (const { type, value } of writes) {
    if (type === 'entry') gather(entries, value);
    else if (type === 'entry-secret') gather(secrets, value);
    else if (type === 'fund' || type === 'pending' || type === 'round' || type === 'award')
      await store.put({ id: rowKey(type, value.id), row: seal(value), ...belonging(type, value) });
  }
  for (const group of entries.values()) await writeEntries(store, group);
  for (const group of secrets.values()) await writeSecrets(store, group);
}

/** By which index a list finds the row. */
function belonging(type: RowType, value: RecordOf<RowType>): { subjectId?: string } {
  if (type === 'award' && 'round' in value) return { subjectId: `award/${value.round}` };
  return 'fund' in value ? { subjectId: `${type}/${value.fund}` } : {};
}

function gather<T extends { id: string; fund: string }>(groups: Map<string, T[]>, value: T): void {
  const { page } = placeOf(readEntryId(value.id)?.no ?? 1);
  const key = pageKey('entries', value.fund, page);
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

async function writeEntries(store: Writing, entries: readonly Entry[]): Promise<void> {
  const [head] = entries;
  if (!head) return;
  const { page } = placeOf(head.no);
  const key = pageKey('entries', head.fund, page);
  const row = await store.get(key);
  const packed = row ? extendPage(entriesIn(row, head.fund, page), entries) : packEntries(entries);
  await store.put({ id: key, row: packed });
}

async function writeSecrets(store: Writing, secrets: readonly EntrySecret[]): Promise<void> {
  const [head] = secrets;
  const at = head && readEntryId(head.id);
  if (!at) return;
  const { page } = placeOf(at.no);
  const key = pageKey('secrets', at.fund, page);
  const row = await store.get(key);
  const all = row ? [...secretsIn(row, at.fund, page)] : [];
  for (const secret of secrets) {
    const { index } = placeOf(readEntryId(secret.id)?.no ?? 1);
    all[index] = secret;
  }
  const packed: PackedSecrets = { count: all.length, columns: columnsOf(all) };
  await store.put({ id: key, row: packed });
}
