import { sql, type Kysely } from 'kysely';

/**
 * Fewer entries of indexes for each registration. Lines of the register are not found by whose they are in `record` but in
 * `standing`; and that a first year comes after another is hardly ever asked where any does, so that one index tells both
 * ends of the years in which something is known.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`drop index record_owner`.execute(db);
  await sql`create index record_owner on record (province, owner, type, id) where owner <> '' and type <> 'row'`.execute(
    db,
  );
  await sql`drop index standing_first`.execute(db);
  await sql`drop index standing_last`.execute(db);
  await sql`create index standing_span on standing (province, last, first) where cycle = ''`.execute(db);
  // Tallies are few, and written by everybody: a new version finds room beside the old one, and needs no entry of an index.
  await sql`alter table tally set (fillfactor = 50)`.execute(db);
}
