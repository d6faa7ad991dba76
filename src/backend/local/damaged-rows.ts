import type { DamagedRecord } from '../../domain/query.schema.js';
import { unseal } from '../../domain/seal.js';
import type { Connection } from './connection.js';
import { storeOf } from './schema.js';

/** Records looked at in one go. */
const step = 25;

/**
 * A person's own records that lie here and cannot be read any more. One that does not say any more whose it is counts as
 * nobody's: what belongs to somebody else is never told.
 */
export async function damagedRows(connection: Connection, owner: string): Promise<DamagedRecord[]> {
  const { fits } = await import('./check-record.js');
  const found: DamagedRecord[] = [];
  for (const type of ['subject', 'assessment'] as const) {
    for (let after: string | undefined; ;) {
      const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
      const [keys, rows] = await connection.run((db) => {
        const { store } = db.transaction(storeOf[type]);
        return Promise.all([store.getAllKeys(range, step), store.getAll(range, step)]);
      });
      rows.forEach((row: unknown, index) => {
        if ((row as { owner?: unknown } | null)?.owner !== owner) return;
        const { value, whole } = unseal(row);
        if (!whole && !fits(type, value)) found.push({ type, id: String(keys[index]) });
      });
      if (keys.length < step) break;
      after = String(keys.at(-1));
    }
  }
  return found;
}
