import { donorsOf, type Donors } from '../../document/fund/donors.js';
import { linesOf, type LedgerLine } from '../../document/fund/fund-input.js';
import { addDong } from '../../domain/fund/dong.js';
import { addBalances, signOf, yearOf } from '../../domain/fund/effect.js';
import type { Category } from '../../domain/fund/fund.schema.js';
import type { Balances } from '../../domain/fund/money.schema.js';
import { bookYears } from '../../domain/fund/roll-up-year.js';
import { yearStatement } from '../../domain/fund/statement.js';
import { createSums } from '../../domain/fund/sums.js';
import type { PublicBook } from './read-fund.js';

/** Entries that the page lists. */
const newest = 20;

/** What came and went in a month or a year, and what was there at its end; đồng of money. */
export interface Period {
  /** `2026-03`, or `2026`. */
  readonly name: string;
  readonly receipts: number;
  readonly payments: number;
  readonly closing: number;
}

export interface CategoryLine {
  readonly category: Category;
  readonly money: number;
  /** By estimated value. */
  readonly goods: number;
  /** Planned for the year that is looked at. */
  readonly plan?: number;
}

/** What a page says of a fund in figures, added up from its entries. */
export interface FundFacts {
  /** The year looked at; absent for all of them. */
  readonly year: string | undefined;
  /** Years that the fund has books of, the newest first. */
  readonly years: readonly string[];
  /** Đồng of money. */
  readonly line: {
    readonly opening: number;
    readonly receipts: number;
    readonly payments: number;
    readonly closing: number;
  };
  readonly goods: { readonly in: number; readonly out: number };
  /** Entries that were added up for it. */
  readonly count: number;
  /** What the fund says was there at the end; absent for a year that is open. */
  readonly said: number | undefined;
  /** Received since the opening. */
  readonly raised: number;
  readonly admin: number;
  /** Months of the year, or all years. */
  readonly periods: readonly Period[];
  /** The largest first. */
  readonly receipts: readonly CategoryLine[];
  readonly payments: readonly CategoryLine[];
  readonly donors: Donors;
  /** The newest first. */
  readonly last: readonly LedgerLine[];
}

const money = ({ cash, bank }: Pick<Balances, 'cash' | 'bank'>): number => addDong(cash, bank);

/**
 * Adds up a public ledger for one year, or since it was opened.
 *
 * @throws RangeError beyond exact sums.
 */
export function fundFacts({ fund, pages }: PublicBook, year: string | undefined): FundFacts {
  const all = linesOf(pages);
  const lines = year === undefined ? all : all.filter(({ entry }) => yearOf(entry) === year);
  const sums = createSums(fund);
  for (const { entry } of all) sums.add(entry);
  const { totals } = sums;
  const years = bookYears([{ fund, entries: all.map(({ entry }) => entry) }]);
  const opening =
    year === undefined ? fund.opening : yearStatement({ opening: fund.opening, totals }, year).opening;
  const chosen =
    year === undefined ? Object.values(totals) : [totals[year]].filter((one) => one !== undefined);
  const sum = (key: keyof (typeof chosen)[number]): number => addDong(0, ...chosen.map((one) => one[key]));
  const closing = chosen.reduce(
    (before, one) => addBalances(before, { cash: one.cash, bank: one.bank, kind: 0 }),
    opening,
  );
  const closed = fund.years.find((one) => one.year === year);
  const said = year === undefined ? money(fund.balances) : closed && money(closed.closing);
  return {
    year,
    years,
    line: {
      opening: money(opening),
      receipts: sum('receipts'),
      payments: sum('payments'),
      closing: money(closing),
    },
    goods: { in: sum('kindIn'), out: sum('kindOut') },
    count: lines.length,
    said,
    raised: addDong(0, ...Object.values(totals).map(({ receipts }) => receipts)),
    admin: sum('admin'),
    periods: periodsOf(
      lines,
      year === undefined ? [...years].reverse() : monthsOf(year, all),
      money(opening),
    ),
    receipts: categoriesOf(fund, lines, 'receipt', year),
    payments: categoriesOf(fund, lines, 'payment', year),
    donors: donorsOf({ fund, pages }, year),
    last: lines.slice(-newest).reverse(),
  };
}

/** From January to the last month of the ledger, or to December. */
function monthsOf(year: string, all: readonly LedgerLine[]): string[] {
  const latest = all
    .reduce((most, { entry: { date } }) => (date > most ? date : most), `${year}-01`)
    .slice(0, 7);
  return Array.from({ length: 12 }, (_none, at) => `${year}-${String(at + 1).padStart(2, '0')}`).filter(
    (month) => month <= latest,
  );
}

function periodsOf(lines: readonly LedgerLine[], names: readonly string[], opening: number): Period[] {
  const length = names[0]?.length ?? 4;
  const moved = new Map(names.map((name) => [name, { receipts: 0, payments: 0 }]));
  for (const { entry } of lines) {
    if (entry.account === 'kind' || entry.kind === 'move') continue;
    const of = moved.get(entry.date.slice(0, length));
    const side = entry.kind === 'receipt' ? 'receipts' : 'payments';
    if (of) of[side] = addDong(of[side], signOf(entry) * entry.amount);
  }
  let closing = opening;
  return [...moved].map(([name, { receipts, payments }]) => {
    closing = addDong(closing, receipts, -payments);
    return { name, receipts, payments, closing };
  });
}

/** Categories of one side that something moved in, or was planned for. */
function categoriesOf(
  { categories, plan }: PublicBook['fund'],
  lines: readonly LedgerLine[],
  kind: Category['kind'],
  year: string | undefined,
): CategoryLine[] {
  const planned = year === undefined ? {} : (plan[year] ?? {});
  const moved = new Map<string, { money: number; goods: number }>();
  for (const { entry } of lines) {
    if (entry.category === undefined) continue;
    const of = moved.get(entry.category) ?? { money: 0, goods: 0 };
    const side = entry.account === 'kind' ? 'goods' : 'money';
    of[side] = addDong(of[side], signOf(entry) * entry.amount);
    moved.set(entry.category, of);
  }
  return categories
    .filter((one) => one.kind === kind)
    .flatMap((category): CategoryLine[] => {
      const of = moved.get(category.id);
      const goal = planned[category.id];
      if (!of && !goal) return [];
      return [{ category, money: 0, goods: 0, ...of, ...(goal !== undefined && { plan: goal }) }];
    })
    .sort((a, b) => b.money - a.money);
}
