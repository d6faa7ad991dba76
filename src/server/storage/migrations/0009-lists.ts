import { sql, type Kysely } from 'kysely';
import { listedAs } from '../columns.js';

type Listed = Parameters<typeof listedAs>[0];

/** Records looked at in one go. */
const slice = 1_000;

/**
 * What a reviewer or a signer lists is found by what he asks for: assessments and titles in a state, of a model, of a year, in the
 * order of their ids. Everything that a province holds was gone through for it.
 */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table record add column listed text collate "C" not null default ''`.execute(db);
  // Whose tables they are is nobody behind the wall either; he takes it down for as long as nobody else can look.
  await sql`alter table record no force row level security`.execute(db);
  for (const type of ['assessment', 'recognition'] as const) await tell(db, type);
  await sql`alter table record force row level security`.execute(db);
  await sql`create index record_listed on record (province, listed, id) where listed <> ''`.execute(db);
}

async function tell(db: Kysely<never>, type: Listed): Promise<void> {
  let after: { province: string; id: string } | undefined;
  do {
    const from = after;
    const { rows } = await sql<{ province: string; id: string; value: string }>`
      select province, id, value from record where type = ${type}
        and ${from ? sql`(province, id) > (${from.province}, ${from.id})` : sql`true`}
      order by province, id limit ${slice}`.execute(db);
    const known = rows.flatMap(({ value, ...key }) => {
      const listed = read(type, value);
      return !listed ? [] : [{ ...key, listed }];
    });
    await sql`update record r set listed = w.listed from unnest(
      ${known.map(({ province }) => province)}::text[], ${known.map(({ id }) => id)}::text[],
      ${known.map(({ listed }) => listed)}::text[]) as w (province, id, listed)
      where r.province = w.province and r.type = ${type} and r.id = w.id`.execute(db);
    after = rows.length === slice ? rows.at(-1) : undefined;
  } while (after);
}

/** A damaged one is in no list. */
function read(type: Listed, value: string): string | undefined {
  try {
    const { state, model, cycle } = JSON.parse(value) as Partial<Parameters<typeof listedAs>[1]>;
    return state && model && cycle && listedAs(type, { state, model, cycle });
  } catch {
    return undefined;
  }
}
