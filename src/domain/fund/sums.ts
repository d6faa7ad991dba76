import { addDong } from './dong.js';
import { addBalances, noTotals, signOf, tally, yearOf } from './effect.js';
import type { Entry } from './entry.schema.js';
import type { Fund, YearTotals } from './fund.schema.js';
import type { Balances } from './money.schema.js';

/** What a ledger adds up to, from its entries alone. */
export interface Sums {
  readonly balances: Balances;
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
  const goodsOf = (totals: YearTotals): number => addDong(totals.kindIn, -totals.kindOut);
  const sums: Sums = {
    // Out of the totals, so that each entry is added once.
    get balances() {
      return Object.values(sums.totals).reduce((sum, totals) => {
        return addBalances(sum, { cash: totals.cash, bank: totals.bank, kind: goodsOf(totals) });
      }, opening);
    },
    totals: {},
    months: new Map(),
    goods: new Map(),
    count: 0,
    add(entry) {
      const { category } = entry;
      tally((sums.totals[yearOf(entry)] ??= { ...noTotals }), entry, known.get(category ?? ''));
      sums.count += 1;
      if (category === undefined) return;
      const of = entry.account === 'kind' ? sums.goods : sums.months;
      const month = entry.date.slice(0, 7);
      let row = of.get(month);
      if (!row) of.set(month, (row = new Map<string, number>()));
      row.set(category, addDong(row.get(category) ?? 0, signOf(entry) * entry.amount));
    },
  };
  return sums;
}
