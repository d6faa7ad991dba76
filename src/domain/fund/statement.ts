import { addDong } from './dong.js';
import { addBalances, noTotals } from './effect.js';
import type { Fund, YearTotals } from './fund.schema.js';
import type { Balances } from './money.schema.js';

/** One line of a year: opening + received − paid = closing, for money and for goods. */
export interface Statement extends YearTotals {
  year: string;
  opening: Balances;
  closing: Balances;
}

/** What a statement needs; `totals` as stored, or added up anew from the entries. */
export type Totalled = Pick<Fund, 'opening' | 'totals'>;

/**
 * What lay in the accounts when a year began.
 *
 * @throws RangeError beyond exact sums, as everything here.
 */
export function openingOf({ opening, totals }: Totalled, year: string): Balances {
  return Object.entries(totals)
    .filter(([before]) => before < year)
    .reduce((sum, [, moved]) => addBalances(sum, netOf(moved)), opening);
}

/** A year's statement by the dates of the entries. */
export function yearStatement(fund: Totalled, year: string): Statement {
  const moved = fund.totals[year] ?? noTotals;
  const opening = openingOf(fund, year);
  return { year, opening, ...moved, closing: addBalances(opening, netOf(moved)) };
}

/** The line holds: what was there, what came and what went make what is there. True of every sound ledger. */
export function isBalanced({ opening, closing, receipts, payments, kindIn, kindOut }: Statement): boolean {
  const money = addDong(opening.cash, opening.bank, receipts, -payments);
  return (
    money === addDong(closing.cash, closing.bank) && addDong(opening.kind, kindIn, -kindOut) === closing.kind
  );
}

/** What a year changed in the accounts. */
function netOf({ cash, bank, kindIn, kindOut }: YearTotals): Balances {
  return { cash, bank, kind: addDong(kindIn, -kindOut) };
}
