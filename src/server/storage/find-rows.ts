import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { RegisterEntry } from '../../domain/area/area-record.schema.js';
import type { FoundRows, RowQuestion } from '../../backend/answer-query.js';
import { storedSort } from './columns.js';
import { orderColumns, orderText, orderValue, stateNumber, type Order } from './standings.js';
import { mostPlaces } from './own-records.js';
import { parseRecord } from './sql-reader.js';
import type { Tables } from './tables.js';

/** Between the order and the name in a cursor, as `listRegister` writes it. */
const between = '\u0001';

/**
 * A page of the register of a year, found by what is kept of each year: the rows of that year, and those of subjects of
 * which nothing is known before or after some other year. Each part is cut where the page ends before they are put
 * together.
 */
export async function findRows(
  db: Kysely<Tables>,
  province: string,
  question: RowQuestion,
): Promise<FoundRows> {
  const { cycle, sort, descending, after, limit, state } = question;
  const order = sort === 'name' ? undefined : sort;
  const column = order && sql.ref(`s.${orderColumns[order]}`);
  const way = descending ? sql`desc` : sql`asc`;
  const keys = column ? sql`${column} ${way}, s.sort ${way}` : sql`s.sort ${way}`;
  const columns = column
    ? sql`s.id, s.sort, ${column} as place_in_order`
    : sql`s.id, s.sort, '' as place_in_order`;
  const wanted = sql.join(
    [...conditions(province, question), ...beyond(order, descending, after)],
    sql` and `,
  );

  const part = (which: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select ${columns} from standing s where ${which} and ${wanted} order by ${keys} limit ${limit})`;
  const parts = [part(sql`s.cycle = ${cycle}`)];
  if (state === undefined || state.includes('none'))
    parts.push(
      part(sql`s.cycle = '' and s.last < ${cycle}`),
      // Of the year that goes on, as is mostly asked, nobody is first known later: no line is looked at.
      part(sql`s.cycle = '' and s.first > ${cycle} and (${isFollowed(province, cycle)})`),
    );
  const all = column ? sql`order by s.place_in_order ${way}, s.sort ${way}` : sql`order by s.sort ${way}`;
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

/** Anything counts in a later year. */
const isFollowed = (province: string, cycle: string): RawBuilder<unknown> =>
  sql`select exists (select from tally t where t.province = ${province} and t.cycle > ${cycle})`;

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
): RawBuilder<unknown>[] {
  const found = [sql`s.province = ${province}`];
  const { id, scope = [], places: led = [] } = actor;
  // The wall says the same; said here, an index serves it.
  // Of a few places an index tells the rows; whether a row is in one of thousands is looked up.
  const there =
    led.length > mostPlaces ? sql`in (select unnest(${[...led]}::text[]))` : sql`= any (${[...led]}::text[])`;
  if (!scope.includes('*'))
    found.push(sql`(s.owner = ${id} or s.id = any (${[...scope]}::text[]) or s.place ${there})`);
  if (model !== undefined) found.push(sql`s.model = ${model}`);
  if (subjectGroup !== undefined) found.push(sql`s.subject_group = ${subjectGroup}`);
  if (places) found.push(sql`s.place = any (${places.map(storedSort)}::text[])`);
  if (state) found.push(sql`s.state = any (${state.map(stateNumber)}::smallint[])`);
  for (const word of words) found.push(sql`strpos(s.search, ${storedSort(word)}) > 0`);
  return found;
}

/** What comes after a cursor. */
function beyond(
  order: Order | undefined,
  descending: boolean,
  after: string | undefined,
): RawBuilder<unknown>[] {
  if (after === undefined) return [];
  const compared = descending ? sql`<` : sql`>`;
  if (!order) return [sql`s.sort ${compared} ${storedSort(after)}`];
  const cut = after.indexOf(between);
  const [place, name] = cut < 0 ? [after, ''] : [after.slice(0, cut), after.slice(cut + 1)];
  const column = sql.ref(`s.${orderColumns[order]}`);
  return [
    sql`(${column}, s.sort) ${compared} (${orderValue(order, storedSort(place))}, ${storedSort(name)})`,
  ];
}
