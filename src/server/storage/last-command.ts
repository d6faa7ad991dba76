import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** When the last command of a province was applied; undefined where there was none. */
export async function lastCommand(db: Kysely<Tables>, province: string): Promise<Date | undefined> {
  // By the order of the log, for which there is an index.
  const found = await db
    .selectFrom('command')
    .select('at')
    .where('province', '=', province)
    .orderBy('xid', 'desc')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found && new Date(found.at);
}
