import { sql, type Kysely } from 'kysely';
import { takeRole } from './take-role.js';
import { filesNamedIn, namingTypes } from '../file-refs.js';
import { insertFileRefs } from '../kept-beside.js';
import type { Tables } from '../tables.js';

/** Records looked at in one go. */
const slice = 500;

/**
 * What the register is chosen and sorted by, year by year, and which record names which file: both are kept with each
 * change from now on. The latter is made here of the records that are there, the former where it has the form of today.
 */
export async function up(db: Kysely<never>): Promise<void> {
  // Rows are found in the new table: a change of a line need not keep an order of its own up to date.
  await sql`drop index record_sort`.execute(db);
  await sql`alter table record drop column sort`.execute(db);
  await sql`create table standing (
    province text collate "C" not null,
    id text collate "C" not null,
    cycle text collate "C" not null,
    owner text collate "C" not null,
    model text collate "C" not null,
    subject_group text collate "C" not null,
    place text collate "C" not null,
    state smallint not null,
    score bigint not null,
    updated text collate "C" not null,
    place_sort text collate "C" not null,
    sort text collate "C" not null,
    search text collate "C" not null,
    first text collate "C",
    last text collate "C",
    primary key (province, id, cycle)
  ) with (fillfactor = 85)`.execute(db);
  // A step of an assessment changes none of these columns, so that it writes its row and no index.
  await sql`create index standing_sort on standing (province, cycle, sort)`.execute(db);
  await sql`create index standing_place on standing (province, cycle, place, sort)`.execute(db);
  await sql`create index standing_owner on standing (province, owner, cycle, sort)`.execute(db);
  await sql`create index standing_first on standing (province, first) where cycle = ''`.execute(db);
  await sql`create index standing_last on standing (province, last) where cycle = ''`.execute(db);
  await sql`create table file_ref (
    province text collate "C" not null,
    sha256 text collate "C" not null,
    type text collate "C" not null,
    id text collate "C" not null,
    primary key (province, sha256, type, id)
  )`.execute(db);
  await sql`create index file_ref_record on file_ref (province, type, id)`.execute(db);

  await makeOfRecords(db);

  for (const table of ['standing', 'file_ref']) {
    await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
    await sql`alter table ${sql.table(table)} force row level security`.execute(db);
    // Asked for once a statement and not once a row: a register is long.
    await sql`create policy one_province on ${sql.table(table)} as restrictive
      using (province = (select current_setting('htsd.province', true)))
      with check (province = (select current_setting('htsd.province', true)))`.execute(db);
    await sql`create policy all_of_it on ${sql.table(table)} to htsd_writer using (true)`.execute(db);
    await sql`grant select, insert, update, delete on ${sql.table(table)} to htsd_writer`.execute(db);
  }
  await sql`grant select on standing to htsd_reader`.execute(db);
  await sql`create policy own_or_in_charge on standing for select to htsd_reader using (
    owner = (select current_setting('htsd.actor', true))
    or id = any ((select string_to_array(current_setting('htsd.scope', true), chr(31)))::text[])
  )`.execute(db);
  await overseer(db);
}

/**
 * A role for who is in charge of a whole province: what he may see is asked once, and not with each row, of which the
 * database would expect that few pass.
 */
async function overseer(db: Kysely<never>): Promise<void> {
  await takeRole(db, 'htsd_overseer');
  for (const table of ['record', 'tally', 'file', 'standing']) {
    await sql`grant select on ${sql.table(table)} to htsd_overseer`.execute(db);
    await sql`create policy whole_province on ${sql.table(table)} for select to htsd_overseer using (true)`.execute(
      db,
    );
  }
}

async function makeOfRecords(db: Kysely<Tables>): Promise<void> {
  // Whose tables they are is nobody behind the wall either; he takes it down for as long as nobody else can look.
  await sql`alter table record no force row level security`.execute(db);
  for (const type of namingTypes) {
    let after: { province: string; id: string } | undefined;
    do {
      const from = after;
      const { rows } = await sql<{ province: string; id: string; value: string }>`
        select province, id, value from record where type = ${type}
          and ${from ? sql`(province, id) > (${from.province}, ${from.id})` : sql`true`}
        order by province, id limit ${slice}`.execute(db);
      await insertFileRefs(
        db,
        rows.flatMap(({ province, id, value }) =>
          filesNamedIn(type, value).map((sha256) => ({ province, sha256, type, id })),
        ),
      );
      after = rows.length === slice ? rows.at(-1) : undefined;
    } while (after);
  }
  await sql`alter table record force row level security`.execute(db);
}
