import { sql, type Kysely } from 'kysely';
import type { StoredRecord } from '../../../domain/receipt.schema.js';
import { insertWhereabouts } from '../kept-beside.js';
import type { Tables } from '../tables.js';
import { whereaboutsOf } from '../whereabouts.js';

/** Records looked at in one go. */
const slice = 500;

/**
 * Where subjects and funds are, so that who is in charge of a place reads what is about those in it, and nothing else. A role
 * that reads sees of a subject or a fund all or nothing: consents, titles and what belongs to a fund, too.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table whereabouts (
    province text collate "C" not null,
    type text collate "C" not null,
    id text collate "C" not null,
    owner text collate "C" not null,
    place text collate "C" not null,
    primary key (province, type, id)
  )`.execute(db);
  await sql`create index whereabouts_place on whereabouts (province, place, type, id) where place <> ''`.execute(
    db,
  );
  await makeOfRecords(db);
  await sql`alter table whereabouts enable row level security`.execute(db);
  await sql`alter table whereabouts force row level security`.execute(db);
  await sql`create policy one_province on whereabouts as restrictive
    using (province = (select current_setting('htsd.province', true)))
    with check (province = (select current_setting('htsd.province', true)))`.execute(db);
  await sql`create policy all_of_it on whereabouts to htsd_writer using (true)`.execute(db);
  await sql`create policy whole_province on whereabouts for select to htsd_overseer using (true)`.execute(db);
  await sql`grant select, insert, update, delete on whereabouts to htsd_writer`.execute(db);
  await sql`grant select on whereabouts to htsd_reader, htsd_overseer`.execute(db);

  // A province has thousands of codes: `in (select …)` is looked up, `any (…)` would be gone through for each row.
  const reached = sql`in (select unnest(string_to_array(current_setting('htsd.places', true), chr(31))))`;
  const own = sql`owner = (select current_setting('htsd.actor', true))`;
  const named = sql`any ((select string_to_array(current_setting('htsd.scope', true), chr(31)))::text[])`;
  await sql`create policy own_or_in_charge on whereabouts for select to htsd_reader using (
    ${own} or place ${reached}
  )`.execute(db);
  await sql`drop policy own_or_in_charge on standing`.execute(db);
  await sql`create policy own_or_in_charge on standing for select to htsd_reader using (
    ${own} or id = ${named} or place ${reached}
  )`.execute(db);
  await sql`drop policy own_or_in_charge on record`.execute(db);
  // The wall of the other table keeps from view what is neither his own nor in his places.
  await sql`create policy own_or_in_charge on record for select to htsd_reader using (
    type not in ('subject', 'assessment', 'row', 'consent', 'recognition', 'counter',
      'fund', 'round', 'award', 'pending', 'entry', 'entry-secret')
    or ${own} or subject = ${named}
    or exists (select from whereabouts w where w.province = record.province and w.id = record.subject and w.type =
      case when record.type in ('subject', 'assessment', 'row', 'consent', 'recognition') then 'subject' else 'fund' end)
  )`.execute(db);
}

async function makeOfRecords(db: Kysely<Tables>): Promise<void> {
  // Whose tables they are is nobody behind the wall either; he takes it down for as long as nobody else can look.
  await sql`alter table record no force row level security`.execute(db);
  for (const type of ['subject', 'fund'] as const) {
    let after: { province: string; id: string } | undefined;
    do {
      const from = after;
      const { rows } = await sql<{ province: string; id: string; value: string }>`
        select province, id, value from record where type = ${type}
          and ${from ? sql`(province, id) > (${from.province}, ${from.id})` : sql`true`}
        order by province, id limit ${slice}`.execute(db);
      await insertWhereabouts(
        db,
        rows.flatMap(({ province, value }) => {
          const one = readStored(type, value);
          return one ? [{ province, ...one }] : [];
        }),
      );
      after = rows.length === slice ? rows.at(-1) : undefined;
    } while (after);
  }
  // Of an entry the id tells the fund: `<fund>.<number>`.
  await sql`update record set subject = substring(id from '^(.*)[.][0-9]+$')
    where type in ('entry', 'entry-secret') and id ~ '[.][0-9]+$'`.execute(db);
  await sql`alter table record force row level security`.execute(db);
}

/** A damaged one is nowhere, and reached by whoever is in charge of the whole province. */
function readStored(type: 'subject' | 'fund', value: string) {
  try {
    const record: unknown = { type, value: JSON.parse(value) as unknown };
    return whereaboutsOf(record as StoredRecord);
  } catch {
    return undefined;
  }
}
