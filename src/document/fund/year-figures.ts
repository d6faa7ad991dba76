import { addDong } from '../../domain/fund/dong.js';
import type { Entry } from '../../domain/fund/entry.schema.js';
import type { Category } from '../../domain/fund/fund.schema.js';
import { yearStatement, type Statement } from '../../domain/fund/statement.js';
import { createSums } from '../../domain/fund/sums.js';
import { linesOf, type FundBook } from './fund-input.js';
import { sumRounds, type RoundSum } from './round-sums.js';

/** One category of a year: what was planned and what moved. Đồng; goods by their value. */
export interface CategoryFigures {
  category: Category;
  plan?: number;
  money: number;
  goods: number;
}

/** Everything that a yearly report says in figures, added up anew from the entries. */
export interface YearFigures extends Statement {
  categories: CategoryFigures[];
  /** Money paid in rounds, and goods apart. */
  rounds: RoundSum[];
  goodsRounds: RoundSum[];
  /** What was taken back in the year. */
  reversals: { count: number; amount: number };
  /** The entries add up to what the fund's own record says: none is missing, none was added. */
  agrees: boolean;
  /** The entry whose hash tells this state of the books: the last one, or the last before the year was closed. */
  last: { no: number; hash: string };
  closed: boolean;
}

/**
 * Adds up a year from the entries alone, so that nothing is printed because it was stored somewhere.
 *
 * @throws RangeError beyond exact sums.
 */
export function yearFigures({ fund, pages }: FundBook, year: string): YearFigures {
  const sums = createSums(fund);
  const ofYear: Entry[] = [];
  const reversals = { count: 0, amount: 0 };
  for (const { entry } of linesOf(pages)) {
    sums.add(entry);
    if (!entry.date.startsWith(year)) continue;
    if (entry.reverses !== undefined) {
      reversals.count += 1;
      reversals.amount = addDong(reversals.amount, entry.amount);
    }
    ofYear.push(entry);
  }
  const closed = fund.years.find((one) => one.year === year);
  const { cash, bank, kind } = sums.balances;
  return {
    ...yearStatement({ opening: fund.opening, totals: sums.totals }, year),
    categories: fund.categories.map((category): CategoryFigures => {
      const plan = fund.plan[year]?.[category.id];
      return {
        category,
        ...(plan !== undefined && { plan }),
        money: sumOf(sums.months, year, category.id),
        goods: sumOf(sums.goods, year, category.id),
      };
    }),
    rounds: sumRounds(ofYear.filter(({ account }) => account !== 'kind')),
    goodsRounds: sumRounds(ofYear.filter(({ account }) => account === 'kind')),
    reversals,
    agrees:
      sums.count === fund.count &&
      cash === fund.balances.cash &&
      bank === fund.balances.bank &&
      kind === fund.balances.kind,
    last: closed ? { no: closed.count, hash: closed.head } : { no: fund.count, hash: fund.head },
    closed: closed !== undefined,
  };
}

function sumOf(months: ReadonlyMap<string, ReadonlyMap<string, number>>, year: string, id: string): number {
  return addDong(...[...months].map(([month, row]) => (month.startsWith(year) ? (row.get(id) ?? 0) : 0)));
}
