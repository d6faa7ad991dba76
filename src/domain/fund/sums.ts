import { addDong } from './dong.js';
import { addBalances, addToTotals, effectOf, signOf, yearOf } from './effect.js';
import type { Entry } from './entry.schema.js';
import type { Fund, YearTotals } from './fund.schema.js';
import type { Balances } from './money.schema.js';

/** What a ledger adds up to, from its entries alone. */
export interface Sums {
  balances: Balances;
  /** By year. */
  totals: Record<string, YearTotals>;
  /** Đồng by month (`2026-03`) and category; reversals count against. Goods lie apart. */
  months: Map<string, Map<string, number>>;
  goods: Map<string, Map<string, number>>;
  /** How many entries were added up. */
  count: number;
  /** @throws RangeError beyond exact sums. */
  add(entry: Pick<Entry, 'kind' | 'account' | 'to' | 'amount' | 'reverses' | 'category' | 'date'>): void;
}

/** An empty sum over a fund's entries, to which they are added one by one, in any order. */
export function createSums({ opening, categories }: Pick<Fund, 'opening' | 'categories'>): Sums {
  const known = new Map(categories.map((category) => [category.id, category]));
  const sums: Sums = {
    balances: opening,
    totals: {},
    months: new Map(),
    goods: new Map(),
    count: 0,
    add(entry) {
      const year = yearOf(entry);
      const { category } = entry;
      sums.balances = addBalances(sums.balances, effectOf(entry));
      sums.totals[year] = addToTotals(sums.totals[year], entry, known.get(category ?? ''));
      sums.count += 1;
      if (category === undefined) return;
      const of = entry.account === 'kind' ? sums.goods : sums.months;
      const month = entry.date.slice(0, 7);
      const row = of.get(month) ?? new Map<string, number>();
      of.set(month, row.set(category, addDong(row.get(category) ?? 0, signOf(entry) * entry.amount)));
    },
  };
  return sums;
}
