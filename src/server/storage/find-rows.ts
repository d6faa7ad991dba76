import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { RegisterEntry } from '../../domain/area/area-record.schema.js';
import type { FoundRows, RowQuestion } from '../../backend/answer-query.js';
import { storedSort } from './columns.js';
import { ends, orderColumns, orderText, orderValue, stateNumber, type Order } from './standings.js';
import { mostPlaces } from './own-records.js';
import { parseRecord } from './sql-reader.js';
import type { Tables } from './tables.js';

/** Between the order and the name in a cursor, as `listRegister` writes it. */
const between = '\u0001';

/** How a row ends the years of its subject, as it is looked for: each by an index, in the order of the register. */
const anyEnd = [0, ends.first, ends.last, ends.first + ends.last];
const firstOnes = anyEnd.filter((one) => (one & ends.first) > 0);
const lastOnes = anyEnd.filter((one) => (one & ends.last) > 0);

/**
 * A page of the register of a year, found by what is kept of each year: the rows of that year, those of earlier years after
 * which nothing is known of a subject, and those of later ones before which nothing is. Each part is cut where the page ends
 * before they are put together.
 */
export async function findRows(
  db: Kysely<Tables>,
  province: string,
  question: RowQuestion,
): Promise<FoundRows> {
  const { cycle, sort, descending, after, limit, state } = question;
  const order = sort === 'name' ? undefined : sort;
  const way = descending ? sql`desc` : sql`asc`;
  /** Of rows that stand for the year asked for, or for one in which nothing is known of the subject. */
  const part = (which: RawBuilder<unknown>, isThere: boolean): RawBuilder<unknown> => {
    const column = order && (isThere ? sql.ref(`s.${orderColumns[order]}`) : nothingIn[order]);
    const wanted = sql.join(
      [...conditions(province, question, isThere), ...beyond(order, column, descending, after)],
      sql` and `,
    );
    return sql`(select x.* from (${which}) k (cycle, ends) cross join lateral (
      select s.id, s.sort, ${column ?? sql`''`} as place_in_order from standing s
      where s.cycle = k.cycle and s.ends = k.ends and ${wanted}
      order by ${column ? sql`3 ${way}, s.sort ${way}` : sql`s.sort ${way}`} limit ${limit}) x)`;
  };
  const parts = [part(sql`select ${cycle}::text, unnest(${sql.lit(listOf(anyEnd))}::smallint[])`, true)];
  if (state === undefined || state.includes('none')) parts.push(part(othersThan(province, cycle), false));
  const all = order ? sql`order by s.place_in_order ${way}, s.sort ${way}` : sql`order by s.sort ${way}`;
  const { rows } = await sql<Found>`
    with page as materialized (select * from (${sql.join(parts, sql` union all `)}) s ${all} limit ${limit})
    select s.id, s.sort, s.place_in_order, r.value from page s
    left join lateral (
      select r.value from record r where r.province = ${province} and r.type = 'row' and r.id = s.id offset 0
    ) r on true ${all}`.execute(db);
  return {
    rows: rows.map(({ id, sort: name, place_in_order, value }) => ({
      key: order ? `${orderText(order, place_in_order)}${between}${name}` : name,
      entry: value === null ? undefined : readEntry(id, value),
    })),
  };
}

const listOf = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;

/** What stands in an order where nothing is known of a subject in a year. */
const nothingIn: Readonly<Record<Order, RawBuilder<unknown>>> = {
  place: sql.ref('s.place_sort'),
  score: sql`(-1)::bigint`,
  state: sql`${sql.lit(stateNumber('none'))}::smallint`,
  updated: sql.ref('s.changed'),
};

/** The other years in which anything counts, found from one to the next, with the ends at which they are looked at. */
const othersThan = (province: string, cycle: string): RawBuilder<unknown> => sql`
  with recursive other (cycle) as (
    (select t.cycle from tally t where t.province = ${province} order by t.cycle limit 1)
    union all
    select (select t.cycle from tally t where t.province = ${province} and t.cycle > o.cycle order by t.cycle limit 1)
    from other o where o.cycle is not null
  )
  select o.cycle, unnest(case when o.cycle < ${cycle} then ${sql.lit(listOf(lastOnes))}::smallint[]
    else ${sql.lit(listOf(firstOnes))}::smallint[] end)
  from other o where o.cycle <> ${cycle}`;

interface Found {
  id: string;
  sort: string;
  place_in_order: string | number;
  value: string | null;
}

/** Damaged ones are left out of the page. */
function readEntry(id: string, value: string): RegisterEntry | undefined {
  try {
    return parseRecord('row', id, value);
  } catch {
    return undefined;
  }
}

function conditions(
  province: string,
  { actor, model, subjectGroup, places, state, words }: RowQuestion,
  isThere: boolean,
): RawBuilder<unknown>[] {
  const found = [sql`s.province = ${province}`];
  const { id, scope = [], places: led = [] } = actor;
  // The wall says the same; said here, an index serves it.
  // Of a few places an index tells the rows; whether a row is in one of thousands is looked up.
  const there =
    led.length > mostPlaces ? sql`in (select unnest(${[...led]}::text[]))` : sql`= any (${[...led]}::text[])`;
  if (!scope.includes('*')) {
    // Where there is one way only, its index brings the rows in their order.
    const ways = [sql`s.owner = ${id}`];
    if (scope.length > 0) ways.push(sql`s.id = any (${[...scope]}::text[])`);
    if (led.length > 0) ways.push(sql`s.place ${there}`);
    found.push(sql`(${sql.join(ways, sql` or `)})`);
  }
  if (model !== undefined) found.push(sql`s.model = ${model}`);
  if (subjectGroup !== undefined) found.push(sql`s.subject_group = ${subjectGroup}`);
  if (places) found.push(sql`s.place = any (${places.map(storedSort)}::text[])`);
  if (state && isThere) found.push(sql`s.state = any (${state.map(stateNumber)}::smallint[])`);
  for (const word of words) found.push(sql`strpos(s.search, ${storedSort(word)}) > 0`);
  return found;
}

/** What comes after a cursor. */
function beyond(
  order: Order | undefined,
  column: RawBuilder<unknown> | undefined,
  descending: boolean,
  after: string | undefined,
): RawBuilder<unknown>[] {
  if (after === undefined) return [];
  const compared = descending ? sql`<` : sql`>`;
  if (!order || !column) return [sql`s.sort ${compared} ${storedSort(after)}`];
  const cut = after.indexOf(between);
  const [place, name] = cut < 0 ? [after, ''] : [after.slice(0, cut), after.slice(cut + 1)];
  return [
    sql`(${column}, s.sort) ${compared} (${orderValue(order, storedSort(place))}, ${storedSort(name)})`,
  ];
}
