import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Wanted } from '../../backend/answer-query.js';
import type { listedAs } from './columns.js';
import { likeText } from './like-text.js';
import type { Part } from './own-records.js';
import type { Tables } from './tables.js';

type Found = Promise<{ id: string; value: string }[]>;

/** A type of which there are lists by state, model and year. */
type Type = Parameters<typeof listedAs>[0];

/** What `listedAs` makes of the records that are wanted; undefined where nothing of that is asked. */
export function listedLike(type: Type, { state, model, cycle }: Wanted): string | undefined {
  const asked = [state, model, cycle];
  return asked.every((one) => one === undefined)
    ? undefined
    : [type, ...asked.map((one) => (one === undefined ? '%' : likeText(one)))].join(' ');
}

/** Between these two stands every name of what is wanted, as far as the words that come first are known. */
const spanOf = (type: Type, { state }: Wanted): [string, string] => {
  const first = state === undefined ? type : `${type} ${state}`;
  return [`${first} `, `${first}!`];
};

/**
 * That a record is among those that are wanted. The wall looks at a record before anything is compared that could tell of it; by
 * the span of names it is left out before that.
 */
export function isWanted(type: Type, wanted: Wanted): RawBuilder<unknown> {
  const like = listedLike(type, wanted);
  const [from, to] = spanOf(type, wanted);
  return like === undefined
    ? sql`true`
    : sql`r.listed > ${from} and r.listed < ${to} and r.listed like ${like}`;
}

/**
 * Assessments or titles in a state, of a model, of a year, as far as these are asked for, after an id, in the order of ids. All that is
 * there under such a name is found from one name to the next, and of each as many as the page can hold.
 */
export async function listRecords(
  db: Kysely<Tables>,
  province: string,
  type: Type,
  { after = '', limit, wanted = {} }: Part,
): Found {
  const [from, to] = spanOf(type, wanted);
  const listed = sql`r.province = ${province} and r.listed <> ''`;
  const next = (last: RawBuilder<unknown>) => sql`select r.listed from record r
    where ${listed} and r.listed > ${last} and r.listed < ${to} order by r.listed limit 1`;
  const { rows } = await sql<{ id: string; value: string }>`
    with recursive name (listed) as (
      (${next(sql`${from}`)}) union all select (${next(sql`n.listed`)}) from name n where n.listed is not null
    ), page as (
      select x.id from name n cross join lateral (
        select r.id from record r where ${listed} and r.listed = n.listed and r.id > ${after} order by r.id limit ${limit}
      ) x where n.listed like ${listedLike(type, wanted)} order by x.id limit ${limit}
    )
    select x.id, x.value from page p cross join lateral (
      select r.id, r.value from record r where r.province = ${province} and r.type = ${sql.lit(type)} and r.id = p.id offset 0) x
    order by x.id`.execute(db);
  return rows;
}

/** Titles that a decision granted, after an id, in the order of ids. */
export async function titlesOf(
  db: Kysely<Tables>,
  province: string,
  titles: readonly string[],
  { after = '', limit }: Part,
): Found {
  return db
    .selectFrom('record')
    .select(['id', 'value'])
    .where('province', '=', province)
    .where('type', '=', 'recognition')
    .where(sql<boolean>`id = any (${[...titles]}::text[])`)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Titles of some subjects, after an id, in the order of ids: those of each are found by an index. */
export async function titlesAbout(
  db: Kysely<Tables>,
  province: string,
  subjects: readonly string[],
  { after = '', limit }: Part,
): Found {
  const { rows } = await sql<{ id: string; value: string }>`
    select x.id, x.value from (select distinct unnest(${[...subjects]}::text[]) as id) s cross join lateral (
      select r.id, r.value from record r where r.province = ${province} and r.type = 'recognition' and r.parent <> ''
        and r.parent = s.id and r.id > ${after} order by r.id limit ${limit}) x
    order by x.id limit ${limit}`.execute(db);
  return rows;
}

/** Awards of a fund in all its rounds, after an id, in the order of ids. */
export async function awardsOf(
  db: Kysely<Tables>,
  province: string,
  fund: string,
  { after = '', limit }: Part,
): Found {
  const { rows } = await sql<{ id: string; value: string }>`
    select x.id, x.value from record o cross join lateral (
      select r.id, r.value from record r where r.province = ${province} and r.type = 'award' and r.parent <> '' and r.parent = o.id
        and r.id > ${after} order by r.id limit ${limit}) x
    where o.province = ${province} and o.type = 'round' and o.parent <> '' and o.parent = ${fund}
    order by x.id limit ${limit}`.execute(db);
  return rows;
}
