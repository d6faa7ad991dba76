import type { RegisterParams } from '../../domain/area/area-query.schema.js';
import type { RegisterEntry } from '../../domain/area/area-record.schema.js';
import { glanceAt } from '../../domain/area/register-entry.js';
import { registerOrders, rowStates } from '../../domain/area/register-order.js';
import { registerKey } from '../../backend/register-key.js';
import { storedSort } from './columns.js';
import type { StandingTable } from './tables.js';

/** Where a subject stands in one year, in the columns that rows of the register are chosen and sorted by. */
export type Standing = Omit<StandingTable, 'province'>;

/** What rows are sorted by, beside the name. */
export type Order = Exclude<NonNullable<RegisterParams['sort']>, 'name'>;

/** Whether a year is the first or the last in which there is something of a subject, as a sum: it may be both. */
export const ends = { first: 1, last: 2 } as const;

/**
 * The rows that a line of the register has: one for each year that it counts in, and for each between these in which there
 * is nothing. What stands before the first and after the last year is told by the rows of these; only a subject of which no
 * year is known has a row of its own, as if it were last known in a year called '', which is before all others. So that a
 * year is found by what stands in the table, and never by what does not. `only`: those of these years alone.
 */
export function standingsOf(entry: RegisterEntry, only?: readonly string[]): Standing[] {
  const { id, owner, model, subjectGroup = '', place, search, years, updatedAt, closedAt } = entry;
  const code = storedSort(place.code ?? '');
  const sort = storedSort(registerKey(entry));
  const folded = storedSort(search);
  const known = Object.keys(years).sort();
  const earliest = known[0] ?? '';
  const latest = known.at(-1) ?? '';
  const found: Standing[] = [];
  const add = (cycle: string): void => {
    const glance = glanceAt(entry, cycle);
    if (!glance) return;
    // Of one that is closed nothing is said before or after.
    const open = closedAt === undefined;
    // Each written out: objects put together from others take several times as long, and every command makes one.
    found.push({
      id,
      cycle,
      owner,
      model,
      subject_group: subjectGroup,
      place: code,
      state: Number(registerOrders.state(glance)),
      score: numberOf(registerOrders.score(glance)),
      updated: registerOrders.updated(glance),
      place_sort: plainOrder(registerOrders.place(glance)),
      sort,
      search: folded,
      changed: updatedAt,
      ends: (open && cycle === earliest ? ends.first : 0) + (open && cycle === latest ? ends.last : 0),
    });
  };
  if (only) for (const cycle of only) add(cycle);
  else if (earliest === '') add('');
  else for (let year = Number(earliest); year <= Number(latest); year += 1) add(String(year));
  return found;
}

/** Who has no points stands before zero. */
const numberOf = (order: string): number => (order === '' ? -1 : Number(order));

/** The sign between order and name in a cursor stands nowhere in an order. */
const plainOrder = (order: string): string =>
  order.replaceAll('\u0000', '\u0002').replaceAll('\u0001', '\u0002');

/** The column that an order is kept in. */
export const orderColumns = {
  place: 'place_sort',
  score: 'score',
  state: 'state',
  updated: 'updated',
} as const satisfies Readonly<Record<Order, keyof Standing>>;

/** A place in an order, as text in a cursor, and as it is compared. */
export const orderText = (sort: Order, value: string | number): string =>
  sort === 'score' && Number(value) >= 0
    ? String(value).padStart(12, '0')
    : sort === 'score'
      ? ''
      : sort === 'state'
        ? String(value).padStart(2, '0')
        : String(value);

/** The other way round. What no cursor of ours says comes to some place; it is nobody's secret. */
export function orderValue(sort: Order, text: string): string | number {
  if (sort === 'place' || sort === 'updated') return text;
  const number = numberOf(text);
  return Number.isSafeInteger(number) ? number : -1;
}

/** A state as it is kept. */
export const stateNumber = (state: (typeof rowStates)[number]): number => rowStates.indexOf(state);
