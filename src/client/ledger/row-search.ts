import { bits, type LedgerColumns } from './ledger-columns.js';
import { addRow, noSums, type Sums } from './ledger-sums.js';
import type { Term } from './search-terms.js';
import { ranks } from './text-pool.js';

/** Which rows are wanted. What is absent does not matter. */
export interface LedgerFilter {
  readonly year?: number | undefined;
  /** 1 to 12. */
  readonly month?: number | undefined;
  readonly category?: string | undefined;
  readonly side?: 'in' | 'out' | undefined;
  /** Đồng, both included. */
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** Headings that many rows share, as numbers of texts in the pool. */
export interface SharedTexts {
  /** By place of the category. */
  readonly categories: readonly (number | undefined)[];
  /** By round, and by `round/level`. */
  readonly rounds: ReadonlyMap<string, number>;
}

export interface FoundRows {
  /** Rows in the order to show them. */
  readonly rows: Uint32Array;
  readonly sums: Sums;
}

/** Rows looked at between two breaths. */
const step = 4096;

function fitsNumber(term: Term, columns: LedgerColumns, row: number): boolean {
  const { number, voucher, date } = term;
  const flags = columns.flags[row]!;
  if (voucher)
    return (
      columns.vouchers[row] === voucher.number &&
      (flags & (voucher.kind === 'receipt' ? bits.receipt : bits.payment)) !== 0
    );
  if (
    number !== undefined &&
    (columns.amounts[row] === number || columns.vouchers[row] === number || row + 1 === number)
  )
    return true;
  if (!date) return false;
  const month = columns.months[row]!;
  if (date.year !== undefined && Math.floor(month / 12) !== date.year) return false;
  if (date.month !== undefined && (month % 12) + 1 !== date.month) return false;
  return date.day === undefined || new Date(columns.days[row]! * 86_400_000).getUTCDate() === date.day;
}

/** How well each row answers one term, out of how well each text does. Answers are in `into`. */
function rankOne(columns: LedgerColumns, rank: Uint8Array, shared: SharedTexts, into: Uint8Array): void {
  const { parties, purposes, category, rare, count } = columns;
  const of = (text: number | undefined): number => (text === undefined ? ranks.none : rank[text]!);
  // Numbers of texts in the columns begin with 1; 0 is no text, which answers nothing.
  const byText = new Uint8Array(rank.length + 1);
  byText.set(rank, 1);
  const byCategory = Uint8Array.from(shared.categories, of);
  for (let row = 0; row < count; row++) {
    const party = byText[parties[row]!]!;
    const purpose = byText[purposes[row]!]!;
    const heading = byCategory[category[row]!]!;
    into[row] = Math.max(party, purpose, heading);
  }
  for (const [row, { round, level }] of rare) {
    if (round === undefined) continue;
    const title = of(shared.rounds.get(round));
    const name = of(shared.rounds.get(`${round}/${level ?? ''}`));
    into[row] = Math.max(into[row]!, title, name);
  }
}

/** How well each row answers all terms: the worst of the best. */
function* rankRows(
  columns: LedgerColumns,
  terms: readonly Term[],
  shared: SharedTexts,
): Generator<void, Uint8Array, undefined> {
  yield* columns.readTexts();
  const { pool, count } = columns;
  const worst = new Uint8Array(count).fill(ranks.exact);
  const one = new Uint8Array(count);
  for (const term of terms) {
    rankOne(columns, yield* pool.rank(term.text), shared, one);
    if (term.voucher || term.date || term.number !== undefined)
      for (let row = 0; row < count; row++) if (fitsNumber(term, columns, row)) one[row] = ranks.exact;
    for (let row = 0; row < count; row++) if (one[row]! < worst[row]!) worst[row] = one[row]!;
    yield;
  }
  if (terms.length > 1 && worst.includes(ranks.exact)) {
    // Of several words in one piece the row that has them so comes first.
    rankOne(columns, yield* pool.rank(terms.map(({ text }) => text).join(' ')), shared, one);
    for (let row = 0; row < count; row++)
      if (worst[row] === ranks.exact && one[row] === ranks.exact) worst[row] = ranks.phrase;
  }
  return worst;
}

/** Whether a row passes the filter. */
export function passes(columns: LedgerColumns, row: number, filter: LedgerFilter, category: number): boolean {
  const { year, month, side, least, most } = filter;
  const flags = columns.flags[row]!;
  const when = columns.months[row]!;
  if (year !== undefined && Math.floor(when / 12) !== year) return false;
  if (month !== undefined && (when % 12) + 1 !== month) return false;
  if (category !== 0 && columns.category[row] !== category) return false;
  if (side !== undefined && !(flags & (side === 'in' ? bits.receipt : bits.payment))) return false;
  const amount = columns.amounts[row]!;
  return (least === undefined || amount >= least) && (most === undefined || amount <= most);
}

/**
 * Rows that pass the filter and answer every term: those that have the accents as typed first, otherwise in the order
 * given. `order` undefined is the order of the ledger.
 */
export function* findRows(
  columns: LedgerColumns,
  filter: LedgerFilter,
  terms: readonly Term[],
  shared: SharedTexts,
  order: Uint32Array | undefined,
  descending: boolean,
): Generator<void, FoundRows, undefined> {
  const { count } = columns;
  const category = filter.category === undefined ? 0 : columns.categories.indexOf(filter.category);
  const how = terms.length > 0 ? yield* rankRows(columns, terms, shared) : undefined;
  const rows = new Uint32Array(category < 0 ? 0 : count);
  const sums = noSums();
  const many = new Uint32Array(4);
  let found = 0;
  /** Looks at some rows: a function of its own, which the engine makes quick. */
  const scan = (from: number, to: number): void => {
    for (let at = from; at < to; at++) {
      const place = descending ? count - 1 - at : at;
      const row = order ? order[place]! : place;
      if (how?.[row] === ranks.none || !passes(columns, row, filter, category)) continue;
      if (how) many[how[row]!]!++;
      rows[found++] = row;
      addRow(sums, columns, row);
    }
  };
  for (let from = 0; from < rows.length; from += step) {
    scan(from, Math.min(from + step, rows.length));
    yield;
  }
  const ranked =
    how && many.filter((n) => n > 0).length > 1
      ? byRank(rows.subarray(0, found), how, many)
      : rows.slice(0, found);
  return { rows: ranked, sums };
}

/** All rows in the order given: nothing has to be looked at. `sums` are those of all. */
export function allRows(
  count: number,
  order: Uint32Array | undefined,
  descending: boolean,
  sums: Sums,
): FoundRows {
  const rows = order ? order.slice() : new Uint32Array(count);
  if (!order) for (let row = 0; row < count; row++) rows[row] = row;
  return { rows: descending ? rows.reverse() : rows, sums: { ...sums } };
}

/** The best first, otherwise as they were. */
function byRank(rows: Uint32Array, how: Uint8Array, many: Uint32Array): Uint32Array {
  const sorted = new Uint32Array(rows.length);
  const next = new Uint32Array(4);
  next[2] = many[3]!;
  next[1] = next[2] + many[2]!;
  for (const row of rows) sorted[next[how[row]!]!++] = row;
  return sorted;
}
