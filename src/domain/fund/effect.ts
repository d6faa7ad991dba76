import { addDong } from './dong.js';
import type { Entry } from './entry.schema.js';
import type { Category, YearTotals } from './fund.schema.js';
import type { Balances } from './money.schema.js';

/** What of an entry says how it counts. */
export type Counting = Pick<Entry, 'kind' | 'account' | 'to' | 'amount' | 'reverses' | 'category' | 'date'>;

/** 1, or -1 for a reversal, which counts against what it takes back. */
export function signOf({ reverses }: Pick<Entry, 'reverses'>): 1 | -1 {
  return reverses === undefined ? 1 : -1;
}

/** What an entry changes in each account, in đồng. */
export function effectOf(entry: Counting): Balances {
  const { kind, account, to, amount } = entry;
  const signed = signOf(entry) * amount;
  const effect = { cash: 0, bank: 0, kind: 0 };
  effect[account] = kind === 'receipt' ? signed : -signed;
  if (kind === 'move' && to) effect[to] += signed;
  return effect;
}

/**
 * The accounts after a change. Does not look whether one fell below zero.
 *
 * @throws RangeError beyond exact sums.
 */
export function addBalances(a: Balances, b: Balances): Balances {
  return { cash: addDong(a.cash, b.cash), bank: addDong(a.bank, b.bank), kind: addDong(a.kind, b.kind) };
}

/** The first account that is below zero. */
export function overdrawn({ cash, bank, kind }: Balances): 'cash' | 'bank' | 'kind' | undefined {
  if (cash < 0) return 'cash';
  if (bank < 0) return 'bank';
  return kind < 0 ? 'kind' : undefined;
}

export const noTotals: Readonly<YearTotals> = {
  receipts: 0,
  payments: 0,
  kindIn: 0,
  kindOut: 0,
  admin: 0,
  cash: 0,
  bank: 0,
};

/**
 * A year's totals with one more entry. Goods are counted apart from money; a move between cash and bank is neither
 * received nor paid.
 *
 * @throws RangeError beyond exact sums.
 */
export function addToTotals(
  totals: YearTotals = noTotals,
  entry: Counting,
  category: Pick<Category, 'admin'> | undefined,
): YearTotals {
  const next = { ...totals };
  tally(next, entry, category);
  return next;
}

/** The same into the totals given, where many entries are gone through. */
export function tally(
  totals: YearTotals,
  entry: Counting,
  category: Pick<Category, 'admin'> | undefined,
): void {
  const { kind, account, to } = entry;
  const signed = signOf(entry) * entry.amount;
  if (account !== 'kind') totals[account] = addDong(totals[account], kind === 'receipt' ? signed : -signed);
  if (kind === 'move') {
    if (to) totals[to] = addDong(totals[to], signed);
    return;
  }
  const goods = account === 'kind';
  const side = kind === 'receipt' ? (goods ? 'kindIn' : 'receipts') : goods ? 'kindOut' : 'payments';
  totals[side] = addDong(totals[side], signed);
  if (category?.admin && side === 'payments') totals.admin = addDong(totals.admin, signed);
}

/** The year that an entry counts for, by its date. */
export function yearOf({ date }: Pick<Entry, 'date'>): string {
  return date.slice(0, 4);
}
