import { sql, type Kysely } from 'kysely';
import type { Actor } from '../../domain/actor.schema.js';
import type { RecordType } from '../../domain/receipt.schema.js';
import type { Wanted } from '../../backend/answer-query.js';
import { isWanted } from './list-records.js';
import type { Tables } from './tables.js';

/** Whom a list is made for. */
export type Person = Pick<Actor, 'id' | 'scope' | 'places'>;

/** Subjects and funds, whose places are known, and what is about subjects. */
const listed = ['subject', 'fund', 'assessment', 'recognition'] as const;
type Listed = (typeof listed)[number];
export const isListed = (type: RecordType): type is Listed => listed.some((one) => one === type);

/** More places than these are looked up row by row, and not by an index. */
export const mostPlaces = 200;
/** The same where assessments and titles are found by all the subjects of a place. */
const fewPlaces = 12;

/**
 * He sees some of the province's records of a type and not most of them, so that these are sooner found than the others left out.
 */
export const seesFew = ({ scope = [], places = [] }: Person, type: Listed): boolean =>
  !scope.includes('*') && places.length <= (isLocated(type) ? mostPlaces : fewPlaces);

const isLocated = (type: Listed): type is 'subject' | 'fund' => type === 'subject' || type === 'fund';

/** What part of a list is asked for. */
export interface Part {
  after?: string | undefined;
  limit: number;
  wanted?: Wanted | undefined;
}

/**
 * Some of the records that somebody may see, after an id, in the order of ids: his own, those named in his scope, and those in his
 * places, each found by an index, whatever else there is. The wall says the same. Where his own alone are wanted, only these.
 */
export async function ownRecords(
  db: Kysely<Tables>,
  province: string,
  type: Listed,
  { id: person, scope = [], places = [] }: Person,
  { after = '', limit, wanted = {} }: Part,
): Promise<{ id: string; value: string }[]> {
  const ofType = sql`r.province = ${province} and r.type = ${sql.lit(type)} and r.id > ${after}`;
  const fits = isLocated(type) ? sql`true` : isWanted(type, wanted);
  const page = sql`order by id limit ${limit}`;
  const ways = [
    sql`select r.id from record r where ${ofType} and r.owner <> '' and r.owner = ${person} and ${fits}`,
  ];
  if (!wanted.mine) {
    // What is said of the parent makes an index of those that have one serve.
    const about = isLocated(type) ? sql`r.id` : sql`r.parent <> '' and r.parent`;
    const inPlaces = sql`w.province = ${province} and w.type = ${sql.lit(isLocated(type) ? type : 'subject')}
      and w.place <> '' and w.place = any (${[...places]}::text[])`;
    ways.push(
      sql`select r.id from record r where ${ofType} and ${about} = any (${[...scope]}::text[]) and ${fits}`,
      isLocated(type)
        ? sql`select w.id from whereabouts w where ${inPlaces} and w.id > ${after}`
        : sql`select x.id from whereabouts w cross join lateral (
            select r.id from record r where ${ofType} and r.parent <> '' and r.parent = w.id and ${fits} offset 0
          ) x where ${inPlaces}`,
    );
  }
  const { rows } = await sql<{ id: string; value: string }>`
    with mine as (${sql.join(
      ways.map((way) => sql`(${way} ${page})`),
      sql` union `,
    )})
    select x.id, x.value from (select id from mine ${page}) m cross join lateral (
      select r.id, r.value from record r where ${ofType} and r.id = m.id offset 0) x
    order by x.id`.execute(db);
  return rows;
}
