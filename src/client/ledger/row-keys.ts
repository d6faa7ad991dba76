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
  const { count, days, months, vouchers, flags, category, parties } = columns;
  const keys = new Float64Array(count);
  if (column === 'date') {
    let first = Infinity;
    for (let row = 0; row < count; row++) if (days[row]! < first) first = days[row]!;
    for (let row = 0; row < count; row++) keys[row] = days[row]! - first;
  } else if (column === 'voucher') {
    for (let row = 0; row < count; row++) {
      const payment = flags[row]! & bits.payment ? 1 : 0;
      const year = Math.floor(months[row]! / 12);
      if (vouchers[row]) keys[row] = (year * 2 + payment) * 1_000_000 + vouchers[row]!;
    }
  } else if (column === 'content') {
    const places = yield* columns.pool.places();
    const width = places.length + 2;
    for (let row = 0; row < count; row++) {
      const heading = shared.categories[category[row]!];
      const party = parties[row]!;
      keys[row] =
        (heading === undefined ? 0 : places[heading]! + 1) * width + (party ? places[party - 1]! + 1 : 0);
    }
  } else {
    const side = column === 'in' ? bits.receipt : bits.payment;
    for (let row = 0; row < count; row++)
      if (flags[row]! & side) keys[row] = Math.max(columns.signed(row), 0) + 1;
  }
  yield;
  return keys;
}
