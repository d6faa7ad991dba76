import type { IDBPObjectStore, StoreNames } from 'idb';
import { AreaRecord, type RegisterEntry, type Tally } from '../../domain/area/area-record.schema.js';
import { grown, tallyId } from '../../domain/area/tallies.js';
import type { RecordOf, StoredRecord } from '../../domain/receipt.schema.js';
import { seal, unseal } from '../../domain/seal.js';
import { registerKey } from '../register-key.js';
import type { AreaType } from './row-types.js';
import type { FundRow, LocalSchema } from './schema.js';

type Store<M extends IDBTransactionMode> = IDBPObjectStore<
  LocalSchema,
  StoreNames<LocalSchema>[],
  'funds',
  M
>;

/** The last line of the log whose change the register holds; anything after it is looked at before the register is used. */
export const uptoKey = 'register/upto';

/** The key of a record. Lines of the register lie in the order of names, and are found by their subject. */
export function areaKey(type: AreaType, id: string): string {
  return `${type}/${id}`;
}

/** The key of a line of the register. */
export const lineKey = (entry: RegisterEntry): string => areaKey('row', registerKey(entry));

/** The record in a row, where it is what was written or still fits its schema. What was derived is not sealed: it can be derived again. */
export function areaIn<T extends AreaType>(type: T, { row }: FundRow): RecordOf<T> | undefined {
  if (type === 'row' || type === 'tally') return isDerived(row) ? (row as never) : undefined;
  const { value, whole } = unseal(row);
  return whole || AreaRecord.safeParse({ type, value }).success ? (value as never) : undefined;
}

function isDerived(row: unknown): boolean {
  if (typeof row !== 'object' || row === null || !('version' in row)) return false;
  return 'years' in row ? 'search' in row && 'place' in row : 'counts' in row;
}

/** The row in which a record lies. */
export function findRow(
  store: Store<IDBTransactionMode>,
  type: AreaType,
  id: string,
): Promise<FundRow | undefined> {
  return type === 'row' ? store.index('subject').get(areaKey('row', id)) : store.get(areaKey(type, id));
}

/** The version that a guard compares with; undefined where there is none. */
export async function areaVersion(
  store: Store<IDBTransactionMode>,
  type: AreaType,
  id: string,
): Promise<number | undefined> {
  const row = await findRow(store, type, id);
  // A damaged row is no version that a decision could have seen; a damaged line is as if it were not there.
  return row && (areaIn(type, row)?.version ?? (type === 'row' ? undefined : -1));
}

/** Writes what an act comes to, all at once: a transaction ends only when all of it is done. */
export async function writeAreas(store: Store<'readwrite'>, writes: readonly StoredRecord[]): Promise<void> {
  const done: Promise<unknown>[] = [];
  for (const record of writes) {
    if (record.type === 'row') done.push(writeLine(store, record.value));
    else if (isEntered(record))
      done.push(store.put({ id: areaKey(record.type, record.value.id), row: seal(record.value) }));
  }
  await Promise.all(done);
}

type Entered = Extract<StoredRecord, { type: 'places' | 'target' | 'figure' | 'activity' }>;

function isEntered(record: StoredRecord): record is Entered {
  const { type } = record;
  return type === 'places' || type === 'target' || type === 'figure' || type === 'activity';
}

/** A name that changes moves the line. */
export async function writeLine(store: Store<'readwrite'>, entry: RegisterEntry): Promise<void> {
  const subjectId = areaKey('row', entry.id);
  const id = lineKey(entry);
  const old = await store.index('subject').getKey(subjectId);
  if (old !== undefined && old !== id) await store.delete(old);
  await store.put({ id, row: entry, subjectId });
}

/** Adds to the tallies that are there. */
export async function addToTallies(store: Store<'readwrite'>, tallies: readonly Tally[]): Promise<void> {
  await Promise.all(
    tallies.map(async (more) => {
      const key = areaKey('tally', tallyId(more));
      const row = await store.get(key);
      await store.put({ id: key, row: grown(row && areaIn('tally', row), more) });
    }),
  );
}
