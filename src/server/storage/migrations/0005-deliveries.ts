import { sql, type Kysely } from 'kysely';
import { takeRole } from './take-role.js';

/**
 * What is to be told outside: a row for each event and whoever hears of it, written with the command. And a role that tells
 * it, sees nothing else, and can put nothing in; who decides commands can put in, and neither see nor change what is there.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table delivery (
    province text collate "C" not null,
    webhook text collate "C" not null,
    id text collate "C" not null,
    seq bigint generated always as identity,
    kind text collate "C" not null,
    line text collate "C" not null,
    body text not null,
    at timestamptz not null,
    state text collate "C" not null default 'waiting',
    due timestamptz not null,
    since timestamptz not null,
    attempts integer not null default 0,
    ended timestamptz,
    primary key (province, webhook, id)
  )`.execute(db);
  await sql`create index delivery_due on delivery (province, webhook, due, seq) where state = 'waiting'`.execute(
    db,
  );
  await sql`create index delivery_line on delivery (province, webhook, line, seq) where state = 'waiting'`.execute(
    db,
  );
  await sql`create index delivery_dead on delivery (province, webhook) where state = 'dead'`.execute(db);
  await sql`create index delivery_ended on delivery (province, ended) where state = 'delivered'`.execute(db);

  await takeRole(db, 'htsd_teller');
  await sql`alter table delivery enable row level security`.execute(db);
  await sql`alter table delivery force row level security`.execute(db);
  await sql`create policy one_province on delivery as restrictive
    using (province = (select current_setting('htsd.province', true)))
    with check (province = (select current_setting('htsd.province', true)))`.execute(db);
  await sql`create policy put_in on delivery for insert to htsd_writer with check (true)`.execute(db);
  await sql`create policy all_of_it on delivery to htsd_teller using (true)`.execute(db);
  await sql`grant insert on delivery to htsd_writer`.execute(db);
  await sql`grant select, update (state, due, since, attempts, ended), delete on delivery to htsd_teller`.execute(
    db,
  );
}
