import { sql, type Kysely } from 'kysely';
import { takeRole } from './take-role.js';

/**
 * Who has brought the bytes of a file himself: he may read it before any record names it, and it counts as his. And a role
 * that takes a person's data out of the log on request, and can do nothing else: who did what when stays as it is.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table file_holder (
    province text collate "C" not null,
    sha256 text collate "C" not null,
    owner text collate "C" not null,
    at timestamptz not null,
    primary key (province, sha256, owner),
    foreign key (province, sha256) references file (province, sha256) on delete cascade
  )`.execute(db);
  await sql`create index file_holder_owner on file_holder (province, owner)`.execute(db);
  // Whose tables they are is nobody behind the wall either; he takes it down for as long as nobody else can look.
  await sql`alter table file no force row level security`.execute(db);
  await sql`insert into file_holder (province, sha256, owner, at) select province, sha256, owner, at from file`.execute(
    db,
  );
  await sql`alter table file force row level security`.execute(db);
  await sql`alter table file_holder enable row level security`.execute(db);
  await sql`alter table file_holder force row level security`.execute(db);
  await sql`create policy one_province on file_holder as restrictive
    using (province = (select current_setting('htsd.province', true)))
    with check (province = (select current_setting('htsd.province', true)))`.execute(db);
  await sql`create policy all_of_it on file_holder to htsd_writer using (true)`.execute(db);
  await sql`grant select, insert, update, delete on file_holder to htsd_writer`.execute(db);
  await eraser(db);
}

async function eraser(db: Kysely<never>): Promise<void> {
  await takeRole(db, 'htsd_eraser');
  await sql`grant select, update (entry) on command to htsd_eraser`.execute(db);
  await sql`create policy all_of_it_to_erase on command to htsd_eraser using (true)`.execute(db);
}
