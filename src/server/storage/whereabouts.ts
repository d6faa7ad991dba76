import type { Kysely } from 'kysely';
import type { StoredRecord } from '../../domain/receipt.schema.js';
import { storedSort } from './columns.js';
import type { Tables, WhereaboutsTable } from './tables.js';

/** Where a subject or a fund is. */
export type Whereabouts = Omit<WhereaboutsTable, 'province'>;

/** Of a subject or a fund whose it is and where; of other records nothing. */
export function whereaboutsOf({ type, value }: StoredRecord): Whereabouts | undefined {
  if (type !== 'subject' && type !== 'fund') return undefined;
  return { type, id: value.id, owner: value.owner, place: storedSort(value.place.code ?? '') };
}

/** The same where it is not what it was before. */
export function changedWhereabouts(record: StoredRecord, before: unknown): Whereabouts | undefined {
  const now = whereaboutsOf(record);
  if (!now || before === undefined) return now;
  const old = whereaboutsOf({ type: record.type, value: before } as StoredRecord);
  return old?.place === now.place && old.owner === now.owner ? undefined : now;
}

/** Codes of places by the ids of the subjects that have one, as far as whoever asks may know. */
export async function placesOfSubjects(
  db: Kysely<Tables>,
  province: string,
  subjects: readonly string[],
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('whereabouts')
    .select(['id', 'place'])
    .where('province', '=', province)
    .where('type', '=', 'subject')
    .where('id', 'in', [...subjects])
    .execute();
  return new Map(rows.map(({ id, place }) => [id, place]));
}
