import type { IDBPObjectStore, StoreNames } from 'idb';
import type { RegisterEntry, StoredTally, Tally } from '../../domain/area/area-record.schema.js';
import { grown, tallyId } from '../../domain/area/tallies.js';
import type { StoredRecord } from '../../domain/receipt.schema.js';
import { registerKey } from '../register-key.js';
import { inGroups } from './in-groups.js';
import type { FundRow, LocalSchema } from './schema.js';

// How lines of the register and tallies are kept. They are not sealed: what was derived can be derived again.

/** The store of rows, within a transaction of any kind. */
export type RowStore<M extends IDBTransactionMode = IDBTransactionMode> = IDBPObjectStore<
  LocalSchema,
  StoreNames<LocalSchema>[],
  'funds',
  M
>;

/** The last line of the log whose change the register holds; anything after it is looked at before the register is used. */
export const uptoKey = 'register/upto';

/** What a line is found by. Its key is its name, so that lines lie in that order. */
const lineOf = (subject: string): string => `row/${subject}`;
const tallyKey = (id: string): string => `tally/${id}`;

/** Where all tallies lie. */
export const allTallies = (): IDBKeyRange => IDBKeyRange.bound('tally/', 'tally0', false, true);

export async function readLine(store: RowStore, subject: string): Promise<RegisterEntry | undefined> {
  const row = await store.index('subject').get(lineOf(subject));
  return row && lineIn(row);
}

/** The line of a `registerKey`. */
export async function lineAt(store: RowStore, key: string): Promise<RegisterEntry | undefined> {
  const row = await store.get(`row/${key}`);
  return row && lineIn(row);
}

export async function readTally(store: RowStore, id: string): Promise<StoredTally | undefined> {
  const row = await store.get(tallyKey(id));
  return row && tallyIn(row);
}

/** The line in a row; none where it is damaged, which then is as if it were not there. */
export function lineIn({ row }: FundRow): RegisterEntry | undefined {
  return has(row, 'years', 'search', 'place') ? (row as unknown as RegisterEntry) : undefined;
}

export function tallyIn({ row }: FundRow): StoredTally | undefined {
  return has(row, 'counts', 'place') ? (row as unknown as StoredTally) : undefined;
}

function has(row: unknown, ...keys: string[]): row is object {
  return typeof row === 'object' && row !== null && keys.every((key) => key in row);
}

/** Writes the lines among the records. */
export async function writeLines(
  store: RowStore<'readwrite'>,
  writes: readonly StoredRecord[],
): Promise<void> {
  const lines = writes.flatMap((one) => (one.type === 'row' ? [one.value] : []));
  await inGroups(lines, (line) => writeLine(store, line));
}

/** A name that changes moves the line. */
export async function writeLine(store: RowStore<'readwrite'>, entry: RegisterEntry): Promise<void> {
  const subjectId = lineOf(entry.id);
  const id = lineOf(registerKey(entry));
  const old = await store.index('subject').getKey(subjectId);
  if (old !== undefined && old !== id) await store.delete(old);
  await store.put({ id, row: entry, subjectId });
}

/** Adds to the tallies that are there. */
export async function addToTallies(store: RowStore<'readwrite'>, tallies: readonly Tally[]): Promise<void> {
  await Promise.all(
    tallies.map(async (more) => {
      const id = tallyId(more);
      await store.put({ id: tallyKey(id), row: grown(await readTally(store, id), more) });
    }),
  );
}
