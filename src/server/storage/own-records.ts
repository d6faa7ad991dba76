import { sql, type Kysely } from 'kysely';
import type { Actor } from '../../domain/actor.schema.js';
import type { RecordType } from '../../domain/receipt.schema.js';
import type { Tables } from './tables.js';

/** Whom a list is made for. */
export type Person = Pick<Actor, 'id' | 'scope' | 'places'>;

/** Records that are about subjects, and are listed. */
const listed = ['subject', 'assessment', 'recognition'] as const;
type Listed = (typeof listed)[number];
export const isListed = (type: RecordType): type is Listed => listed.some((one) => one === type);

/** More places than these are looked up row by row, and not by an index. */
export const mostPlaces = 200;

/**
 * He sees some of the province's records of a type and not most of them, so that these are sooner found than the others left out.
 * Which assessments are of a place no index tells: they are gone through in the order of their ids.
 */
export const seesFew = ({ scope = [], places = [] }: Person, type: Listed): boolean =>
  !scope.includes('*') && places.length <= (type === 'subject' ? mostPlaces : 0);

/**
 * Some of the records that somebody may see, after an id, in the order of ids: his own, those named in his scope, and subjects in his
 * places, each found by an index, whatever else there is. The wall says the same.
 */
export async function ownRecords(
  db: Kysely<Tables>,
  province: string,
  type: Listed,
  { id: owner, scope = [], places = [] }: Person,
  { after = '', limit }: { after?: string | undefined; limit: number },
): Promise<{ id: string; value: string }[]> {
  // What is said of the parent makes an index of those that have one serve.
  const about = type === 'subject' ? sql`r.id` : sql`r.parent <> '' and r.parent`;
  const ofType = sql`r.province = ${province} and r.type = ${sql.lit(type)}`;
  const page = sql`order by id limit ${limit}`;
  const located = sql`select w.id from whereabouts w where w.province = ${province} and w.type = 'subject'
    and w.place <> '' and w.place = any (${[...places]}::text[]) and w.id > ${after}`;
  const { rows } = await sql<{ id: string; value: string }>`
    with mine as (
      (select r.id from record r where ${ofType} and r.owner <> '' and r.owner = ${owner} and r.id > ${after} ${page})
      union (select r.id from record r where ${ofType} and ${about} = any (${[...scope]}::text[]) and r.id > ${after} ${page})
      ${type === 'subject' ? sql`union (${located} ${page})` : sql``}
    )
    select x.id, x.value from (select id from mine ${page}) m cross join lateral (
      select r.id, r.value from record r where ${ofType} and r.id = m.id offset 0) x
    order by x.id`.execute(db);
  return rows;
}
