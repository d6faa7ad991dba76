import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** A command of this id was applied before: whatever became of what it named, it is answered as then. */
export async function wasApplied(db: Kysely<Tables>, province: string, id: string): Promise<boolean> {
  const found = await db
    .selectFrom('command')
    .select('id')
    .where('province', '=', province)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}
