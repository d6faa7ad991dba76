import { AreaRecord } from '../../domain/area/area-record.schema.js';
import type { RecordOf, StoredRecord } from '../../domain/receipt.schema.js';
import { seal, unseal } from '../../domain/seal.js';
import type { RowStore } from './register-rows.js';
import { isAreaType, type AreaType } from './row-types.js';
import type { FundRow } from './schema.js';

/** The key of a record. Ids hold no slash, so that everything of a type lies together. */
export const areaKey = (type: AreaType, id: string): string => `${type}/${id}`;

/** The record in a row, where it is what was written or still fits its schema. */
export function areaIn<T extends AreaType>(type: T, { row }: FundRow): RecordOf<T> | undefined {
  const { value, whole } = unseal(row);
  return whole || AreaRecord.safeParse({ type, value }).success ? (value as never) : undefined;
}

/** The version that a guard compares with; undefined where there is none. */
export async function areaVersion(store: RowStore, type: AreaType, id: string): Promise<number | undefined> {
  const row = await store.get(areaKey(type, id));
  // A damaged row is no version that a decision could have seen.
  return row && (areaIn(type, row)?.version ?? -1);
}

/** Writes what was entered. */
export async function writeAreas(
  store: RowStore<'readwrite'>,
  writes: readonly StoredRecord[],
): Promise<void> {
  for (const { type, value } of writes)
    if (isAreaType(type) && 'id' in value) await store.put({ id: areaKey(type, value.id), row: seal(value) });
}
