import { HtsdError } from '../../backend/errors.js';
import type { CallOptions } from '../../backend/port.js';
import type { ActivityItem } from '../../domain/area/area-query.schema.js';
import { addDong } from '../../domain/fund/dong.js';
import type { Locality } from '../../domain/locality/locality.schema.js';
import { activitiesOf } from '../../domain/report/activities.js';
import { nameOf } from '../../domain/report/coverage.js';
import { lineCells } from '../../domain/report/figure-cells.js';
import type { FundYear } from '../../domain/report/fund-years.js';
import type { FundsGiven } from '../../domain/report/funds.js';
import type { LineSpec } from '../../domain/report/outline.js';
import type { FundGift, FundSide, ReportAsk, Trace } from '../../domain/report/report.types.js';
import type { ReportWorld } from '../../domain/report/report-world.types.js';
import type { Client } from '../client.types.js';
import type { TracePage, TraceRow } from './report.types.js';

/** Rows of a page. */
const atOnce = 50;
/** Most figures of one indicator in one place. */
const mostFigures = 5_000;

/** What the report that is shown was made from. */
export interface Ground {
  readonly world: ReportWorld;
  readonly lines: readonly LineSpec[];
  readonly activities: readonly ActivityItem[];
  readonly funds: FundsGiven | undefined;
  readonly ask: ReportAsk;
}

type Of<K extends Trace['kind']> = Extract<Trace, { kind: K }>['params'];
type FollowOptions = CallOptions & { cursor?: string | undefined };

/** Reads what a number was made of. Errors: those of the queries; `not-found` where nothing is shown that it could be of. */
export async function followTrace(
  client: Client,
  ground: Ground | undefined,
  trace: Trace,
  options: FollowOptions,
): Promise<TracePage> {
  if (trace.kind === 'register') return subjects(client, trace.params, options);
  if (!ground) throw new HtsdError('not-found');
  const { cursor } = options;
  switch (trace.kind) {
    case 'parts':
      return page(parts(ground, trace.params), cursor);
    case 'figures':
      return page(await figures(client, ground, trace.params, options), cursor);
    case 'activities':
      return page(activities(ground, trace.params), cursor);
    case 'funds':
      return page(fundRows(ground.funds?.years ?? [], trace.params), cursor);
  }
}

/** A page of rows that are at hand. */
function page(rows: readonly TraceRow[], cursor = '0'): TracePage {
  const from = Number(cursor);
  const to = from + atOnce;
  return {
    rows: rows.slice(from, to),
    total: rows.length,
    ...(to < rows.length && { next: String(to) }),
  };
}

/** The parts of a place with their own number; or the former places that it was carried over from. */
function parts(
  { world, lines }: Ground,
  { line, measure, place: key, year, within, former }: Of<'parts'>,
): TraceRow[] {
  const { places } = world;
  const spec = lines.find(({ id }) => id === line);
  const place = places.get(key);
  if (!spec || !place) throw new HtsdError('not-found');
  if (former)
    return formerly(world, key, year).map((one): TraceRow => {
      const { cells, share } = lineCells(world, spec, { place: one, year, within: year });
      return { kind: 'part', place: nameOf(one), cell: cells[measure]!, ...(share && { share }), former };
    });
  const rows = places.within(place.code, world.dayOf(within)).map((one): TraceRow => {
    const { cells, share } = lineCells(world, spec, { place: one, year, within });
    return { kind: 'part', place: nameOf(one), cell: cells[measure]!, ...(share && { share }) };
  });
  const own = lineCells(world, spec, { place, year, within }).beside?.[measure];
  return own ? [...rows, { kind: 'part', place: nameOf(place), cell: own }] : rows;
}

/** The places of a year that one of later came from. */
function formerly({ places }: ReportWorld, key: string, year: number): Locality[] {
  const last = `${year}-12-31`;
  const found = new Map<string, Locality>();
  const seen = new Set<string>();
  const open = [key];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    const one = places.get(next);
    if (!one || seen.has(next)) continue;
    seen.add(next);
    if (one.from <= last) found.set(next, one);
    else for (const { before } of places.origins(next)) open.push(...before);
  }
  return [...found.values()];
}

async function figures(
  client: Client,
  { world }: Ground,
  { indicator, place: key, year }: Of<'figures'>,
  { signal }: FollowOptions,
): Promise<TraceRow[]> {
  const place = world.places.get(key);
  if (!place) throw new HtsdError('not-found');
  const all = await client.queryAll('figures.list', { indicator, place: key }, { signal, max: mostFigures });
  const day = world.dayOf(year);
  const some = all
    .filter(({ figure: { asOf } }) => asOf.startsWith(String(year)) && asOf <= day)
    .sort((a, b) => (a.figure.asOf < b.figure.asOf ? 1 : -1));
  return some.map((item, at) => ({ kind: 'figure', item, place: nameOf(place), counts: at === 0 }));
}

/** Subjects page by page; what the back end cannot leave out is left out here. */
async function subjects(
  client: Client,
  { cycle, model, subjectGroup, state, registered, places }: Of<'register'>,
  { cursor, signal }: FollowOptions,
): Promise<TracePage> {
  if (places.length === 0) return { rows: [], total: 0 };
  const params = {
    ...{ cycle, model, places: [...places], limit: atOnce },
    ...(subjectGroup !== undefined && { subjectGroup }),
    ...(state && { state: [...state] }),
  };
  let next = cursor;
  do {
    const found = await client.query(
      'register.list',
      next === undefined ? params : { ...params, cursor: next },
      { signal },
    );
    const rows = found.items.filter(
      (row) =>
        (subjectGroup === undefined || (row.subjectGroup ?? '') === subjectGroup) &&
        (!registered || row.registered !== false) &&
        // All that there are now are those that were not closed.
        (state !== undefined || row.closedAt === undefined),
    );
    next = found.next;
    if (rows.length > 0 || next === undefined)
      return {
        rows: rows.map((row) => ({ kind: 'subject', row })),
        ...(next !== undefined && { next }),
        ...(found.total !== undefined && rows.length === found.items.length && { total: found.total }),
      };
  } while (next !== cursor);
  throw new HtsdError('server', { params: { reason: 'malformed', call: 'register.list' } });
}

function activities(
  { world, activities: items }: Ground,
  { activity, place: key, from, to, within }: Of<'activities'>,
): TraceRow[] {
  const place = world.places.get(key);
  if (!place) throw new HtsdError('not-found');
  const kind = items.filter((one) => one.kind === activity);
  return [...activitiesOf(world, kind, { place, from, to, within }).items]
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
    .map((item) => {
      const at = world.places.at(item.place, item.date) ?? world.lastOf(item.place, item.date);
      return { kind: 'activity', item, place: at && nameOf(at) };
    });
}

/** Each fund with what it adds, and what is taken out between them: the rows come to the number. */
/** Each fund with how many it gave to. */
function giftRows(all: readonly FundYear[], gift: FundGift): TraceRow[] {
  const found = new Map<string, Extract<TraceRow, { kind: 'gifts' }>>();
  for (const { id, name, place, closed, gifts } of all.flatMap((year) => year.funds)) {
    const count = (found.get(id)?.count ?? 0) + gifts[gift];
    found.set(id, { kind: 'gifts', id, name, place, count, closed });
  }
  return [...found.values()].filter(({ count }) => count !== 0);
}

function fundRows(all: readonly FundYear[], { side, goods, from, to }: Of<'funds'>): TraceRow[] {
  const of = goods ? 'goods' : 'money';
  const some = all
    .filter(({ year, funds }) => year >= from && year <= to && funds.length > 0)
    .sort((a, b) => a.year - b.year);
  if (side === 'scholarships' || side === 'awards') return giftRows(some, side);
  const years = side === 'opening' ? some.slice(0, 1) : side === 'closing' ? some.slice(-1) : some;
  const funds = new Map<string, Extract<TraceRow, { kind: 'fund' }>>();
  for (const one of years.flatMap((year) => year.funds)) {
    const { id, name, place, closed } = one;
    const amount = addDong(funds.get(id)?.amount ?? 0, one[of][side]);
    funds.set(id, { kind: 'fund', id, name, place, amount, closed });
  }
  const less = (code: 'between' | 'loose', amount: number): TraceRow[] =>
    amount === 0 ? [] : [{ kind: 'less', code, amount: -amount }];
  const plain = addDong(0, ...[...funds.values()].map(({ amount }) => amount));
  const whole = addDong(0, ...years.map((year) => year[of][side]));
  const loose = goods ? 0 : looseOf(years, side);
  return [...funds.values(), ...less('between', addDong(plain, -whole, -loose)), ...less('loose', loose)];
}

const looseOf = (years: readonly FundYear[], side: FundSide): number =>
  side === 'raised' || side === 'spent' ? addDong(0, ...years.map(({ loose }) => loose[side])) : 0;
