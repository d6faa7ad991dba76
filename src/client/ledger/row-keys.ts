import { bits, type LedgerColumns } from './ledger-columns.js';
import type { SharedTexts } from './row-search.js';

/** What the ledger can be sorted by. `no` is the order of the ledger itself. */
export type SortColumn = 'no' | 'date' | 'voucher' | 'content' | 'in' | 'out';

/** Whole numbers whose order is that of the column; rows without a value come first. */
export function* keysFor(
  column: Exclude<SortColumn, 'no'>,
  columns: LedgerColumns,
  shared: SharedTexts,
): Generator<void, Float64Array, undefined> {
  const keys = new Float64Array(columns.count);
  if (column === 'date') dateKeys(columns, keys);
  else if (column === 'voucher') voucherKeys(columns, keys);
  else if (column === 'content') {
    yield* columns.readTexts();
    contentKeys(columns, shared, yield* columns.pool.places(), keys);
  } else amountKeys(columns, column === 'in' ? bits.receipt : bits.payment, keys);
  yield;
  return keys;
}

function dateKeys({ days }: LedgerColumns, keys: Float64Array): void {
  let first = Infinity;
  for (let row = 0; row < keys.length; row++) if (days[row]! < first) first = days[row]!;
  for (let row = 0; row < keys.length; row++) keys[row] = days[row]! - first;
}

function voucherKeys({ months, vouchers, flags }: LedgerColumns, keys: Float64Array): void {
  for (let row = 0; row < keys.length; row++) {
    const payment = flags[row]! & bits.payment ? 1 : 0;
    const year = Math.floor(months[row]! / 12);
    if (vouchers[row]) keys[row] = (year * 2 + payment) * 1_000_000 + vouchers[row]!;
  }
}

function contentKeys(
  { category, parties }: LedgerColumns,
  shared: SharedTexts,
  places: Uint32Array,
  keys: Float64Array,
): void {
  const width = places.length + 2;
  for (let row = 0; row < keys.length; row++) {
    const heading = shared.categories[category[row]!];
    const party = parties[row]!;
    keys[row] =
      (heading === undefined ? 0 : places[heading]! + 1) * width + (party ? places[party - 1]! + 1 : 0);
  }
}

/** What was taken back counts for nothing. */
function amountKeys({ flags, amounts }: LedgerColumns, side: number, keys: Float64Array): void {
  for (let row = 0; row < keys.length; row++) {
    const is = flags[row]!;
    if (is & side) keys[row] = (is & bits.reverses ? 0 : amounts[row]!) + 1;
  }
}
