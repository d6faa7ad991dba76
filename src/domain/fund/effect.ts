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
  const { kind, account } = entry;
  const signed = signOf(entry) * entry.amount;
  const { cash, bank } = effectOf(entry);
  const next = { ...totals, cash: addDong(totals.cash, cash), bank: addDong(totals.bank, bank) };
  if (kind === 'move') return next;
  const side = account === 'kind' ? (kind === 'receipt' ? 'kindIn' : 'kindOut') : (`${kind}s` as const);
  next[side] = addDong(totals[side], signed);
  if (category?.admin && side === 'payments') next.admin = addDong(totals.admin, signed);
  return next;
}

/** The year that an entry counts for, by its date. */
export function yearOf({ date }: Pick<Entry, 'date'>): string {
  return date.slice(0, 4);
}
