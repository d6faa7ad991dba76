import { sql, type Kysely } from 'kysely';
import type { RegisterEntry } from '../../../domain/area/area-record.schema.js';
import { insertStandings } from '../kept-beside.js';
import { standingsOf } from '../standings.js';
import type { StandingTable, Tables } from '../tables.js';

/** Records looked at in one go. */
const slice = 500;

/**
 * What stands before the first and after the last year of a subject is told by the rows of these years, and by no row of no
 * year, which was written with each registration and changed with each new year. All rows are made anew of the lines of
 * the register.
 */
export async function up(db: Kysely<never>): Promise<void> {
  for (const index of ['standing_span', 'standing_sort', 'standing_place', 'standing_owner'])
    await sql`drop index ${sql.ref(index)}`.execute(db);
  await sql`truncate standing`.execute(db);
  await sql`alter table standing drop column first, drop column last,
    add column changed text collate "C" not null, add column ends smallint not null`.execute(db);
  await makeOfRecords(db);
  // In each the rows that end the years of a subject stand by themselves, in the order of the register.
  await sql`create index standing_sort on standing (province, cycle, ends, sort)`.execute(db);
  await sql`create index standing_place on standing (province, cycle, ends, place, sort)`.execute(db);
  await sql`create index standing_owner on standing (province, owner, cycle, ends, sort)`.execute(db);
  // What is due, and what is first in a line, are found each by an index of its own, and by no other: while the database knew
  // little of how many wait, it went for each line through all that do, or that ever did.
  await sql`drop index delivery_due`.execute(db);
  await sql`create index delivery_due on delivery (province, webhook, due, seq) where state = 'waiting' and seq > 0`.execute(
    db,
  );
  await sql`alter table delivery drop constraint delivery_pkey, add primary key (province, id, webhook)`.execute(
    db,
  );
}

async function makeOfRecords(db: Kysely<Tables>): Promise<void> {
  // Whose tables they are is nobody behind the wall either; he takes it down for as long as nobody else can look.
  for (const table of ['record', 'standing'])
    await sql`alter table ${sql.table(table)} no force row level security`.execute(db);
  let after: { province: string; id: string } | undefined;
  do {
    const from = after;
    const { rows } = await sql<{ province: string; id: string; value: string }>`
      select province, id, value from record where type = 'row'
        and ${from ? sql`(province, id) > (${from.province}, ${from.id})` : sql`true`}
      order by province, id limit ${slice}`.execute(db);
    await insertStandings(db, rows.flatMap(standingsIn));
    after = rows.length === slice ? rows.at(-1) : undefined;
  } while (after);
  for (const table of ['record', 'standing'])
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
}

function standingsIn({ province, value }: { province: string; value: string }): StandingTable[] {
  try {
    return standingsOf(JSON.parse(value) as RegisterEntry).map((one) => ({ ...one, province }));
  } catch {
    // A damaged line is on no list.
    return [];
  }
}
