import { sql, type Kysely } from 'kysely';
import { takeRole } from './take-role.js';

/**
 * Records, tallies, commands, files, and the second wall. Two roles without a login stand for what the program is doing:
 * `htsd_writer` decides commands and answers what is public, `htsd_reader` answers a person. Neither sees another
 * province, whatever a statement asks for; the reader sees nobody else's subjects and assessments either.
 */
export async function up(db: Kysely<never>): Promise<void> {
  // Ids and sort keys are compared as the program compares them, by code.
  await sql`create table record (
    province text collate "C" not null,
    type text collate "C" not null,
    id text collate "C" not null,
    version integer not null,
    parent text collate "C" not null default '',
    owner text collate "C" not null default '',
    subject text collate "C" not null default '',
    cycle text collate "C" not null default '',
    open boolean not null default false,
    sort text collate "C",
    value text not null,
    primary key (province, type, id)
  )`.execute(db);
  await sql`create index record_parent on record (province, type, parent, id) where parent <> ''`.execute(db);
  await sql`create index record_owner on record (province, owner, type, id) where owner <> ''`.execute(db);
  await sql`create index record_sort on record (province, sort) where type = 'row'`.execute(db);
  await sql`create unique index record_open on record (province, parent, cycle) where type = 'assessment' and open`.execute(
    db,
  );

  await sql`create table tally (
    province text collate "C" not null,
    id text collate "C" not null,
    version integer not null,
    cycle text collate "C" not null,
    model text not null,
    subject_group text not null,
    place text collate "C" not null,
    subjects integer not null,
    registered integer not null,
    submitted integer not null,
    verified integer not null,
    recognised integer not null,
    refused integer not null,
    primary key (province, id)
  )`.execute(db);
  await sql`create index tally_cycle on tally (province, cycle, id)`.execute(db);

  await sql`create table command (
    province text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    xid xid8 not null default pg_current_xact_id(),
    at timestamptz not null,
    actor text not null,
    kind text not null,
    record text not null,
    entry text not null,
    primary key (province, id)
  )`.execute(db);
  await sql`create index command_order on command (province, xid, seq)`.execute(db);

  await sql`create table file (
    province text collate "C" not null,
    sha256 text collate "C" not null,
    type text not null,
    size integer not null,
    owner text not null,
    at timestamptz not null,
    primary key (province, sha256)
  )`.execute(db);

  await roles(db);
  for (const table of ['record', 'tally', 'command', 'file']) await wall(db, table);
  await sql`create policy all_of_it on record to htsd_writer using (true)`.execute(db);
  await sql`create policy own_or_in_charge on record for select to htsd_reader using (
    type not in ('subject', 'assessment', 'row', 'pending', 'counter', 'entry-secret')
    or owner = current_setting('htsd.actor', true)
    or subject = any (string_to_array(current_setting('htsd.scope', true), chr(31)))
    or current_setting('htsd.scope', true) = '*'
  )`.execute(db);
  await sql`create policy all_of_it on tally to htsd_writer, htsd_reader using (true)`.execute(db);
  await sql`create policy all_of_it on command to htsd_writer using (true)`.execute(db);
  await sql`create policy all_of_it on file to htsd_writer, htsd_reader using (true)`.execute(db);
}

async function roles(db: Kysely<never>): Promise<void> {
  for (const role of ['htsd_writer', 'htsd_reader'] as const) await takeRole(db, role);
  await sql`grant select on record, tally, file to htsd_reader`.execute(db);
  await sql`grant select, insert, update, delete on record, tally, file to htsd_writer`.execute(db);
  // What was done can be told, and neither changed nor taken back.
  await sql`grant select, insert on command to htsd_writer`.execute(db);
}

async function wall(db: Kysely<never>, table: string): Promise<void> {
  await sql`alter table ${sql.table(table)} enable row level security`.execute(db);
  await sql`alter table ${sql.table(table)} force row level security`.execute(db);
  await sql`create policy one_province on ${sql.table(table)} as restrictive
    using (province = current_setting('htsd.province', true))
    with check (province = current_setting('htsd.province', true))`.execute(db);
}
