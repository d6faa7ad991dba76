import { sql, type Kysely } from 'kysely';

/**
 * An assessment is written anew with each answer, and grows by it: with room left on its page the new version stands beside
 * the old one, and needs no entry of an index. Pages written from now on leave it; of a family's year seven versions in eight find it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table record set (fillfactor = 80)`.execute(db);
}
