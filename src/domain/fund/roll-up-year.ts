import { addDong } from './dong.js';
import { noTotals, yearOf } from './effect.js';
import type { Entry } from './entry.schema.js';
import type { Fund } from './fund.schema.js';
import type { PublicFund } from './fund-query.schema.js';
import { rollUp, type RollUp } from './roll-up.js';
import { yearStatement } from './statement.js';
import { createSums } from './sums.js';

/** What a fund says of itself, and its whole ledger in order. */
export interface FundBook {
  fund: Pick<PublicFund, 'id' | 'opening' | 'opened' | 'categories' | 'totals' | 'count'> & {
    years: readonly Pick<PublicFund['years'][number], 'year'>[];
  };
  entries: readonly Entry[];
}

/** One fund in one year, as its own entries add up: opening + in − out = closing, in đồng of money. */
export interface FundLine {
  id: string;
  opening: number;
  in: number;
  out: number;
  closing: number;
  /** The year is closed: nothing in it moves any more. */
  closed: boolean;
  /** It is what the fund publishes. */
  agrees: boolean;
}

/** Both sides of what is taken out of the plain sum. */
interface Sides {
  in: number;
  out: number;
}

/** Several funds in one year: each by itself, all of them added, and what is left once transfers between them are taken out. */
export interface YearRollUp {
  year: string;
  lines: FundLine[];
  /** Ids of funds whose books begin after the year. */
  later: string[];
  /** The lines added up, transfers between them twice. */
  plain: Sides;
  /** Of it: between two funds of the lines. */
  between: Sides;
  /** Of it: transfers that do not name the other fund. */
  loose: Sides;
  sum: RollUp;
  /** Entries dated in the year. */
  count: number;
}

/** Years of which any of the funds has books, the newest first. */
export function bookYears(books: readonly FundBook[]): string[] {
  const years = new Set<string>();
  for (const { fund, entries } of books) {
    const first = Number(fund.opened.slice(0, 4));
    const last = entries.reduce((most, entry) => Math.max(most, Number(yearOf(entry))), first);
    for (let year = first; year <= last; year += 1) years.add(String(year));
  }
  return [...years].sort().reverse();
}

/**
 * Adds funds up for one year from their entries. A fund that was opened later is left out with what it began with, and
 * named; money that went there counts as gone to outside.
 *
 * @throws RangeError beyond exact sums.
 */
export function rollUpYear(books: readonly FundBook[], year: string): YearRollUp {
  const there = books.filter(({ fund }) => fund.opened.slice(0, 4) <= year);
  const lines = there.map((book) => lineOf(book, year));
  const sum = rollUp(there, { year });
  const plain = {
    in: addDong(0, ...lines.map((line) => line.in)),
    out: addDong(0, ...lines.map((line) => line.out)),
  };
  const loose = { in: 0, out: 0 };
  const entriesOf = new Map(there.map(({ fund, entries }) => [fund.id, entries]));
  for (const { fund, no, money } of sum.unlinked) {
    const paid = entriesOf.get(fund)?.[no - 1]?.kind === 'payment';
    if (paid) loose.out = addDong(loose.out, -money);
    else loose.in = addDong(loose.in, money);
  }
  return {
    year,
    lines,
    later: books.flatMap(({ fund }) => (fund.opened.slice(0, 4) > year ? [fund.id] : [])),
    plain,
    between: {
      in: addDong(plain.in, -loose.in, -sum.receipts),
      out: addDong(plain.out, -loose.out, -sum.payments),
    },
    loose,
    sum,
    count: there.reduce((all, { entries }) => all + entries.filter((one) => yearOf(one) === year).length, 0),
  };
}

function lineOf({ fund, entries }: FundBook, year: string): FundLine {
  const sums = createSums(fund);
  for (const entry of entries) sums.add(entry);
  const { opening, closing, receipts, payments } = yearStatement(
    { opening: fund.opening, totals: sums.totals },
    year,
  );
  const money = ({ cash, bank }: Fund['opening']): number => addDong(cash, bank);
  const said = fund.totals[year] ?? noTotals;
  const found = sums.totals[year] ?? noTotals;
  return {
    id: fund.id,
    opening: money(opening),
    in: receipts,
    out: payments,
    closing: money(closing),
    closed: fund.years.some((one) => one.year === year),
    agrees:
      entries.length === fund.count &&
      (Object.keys(noTotals) as (keyof typeof noTotals)[]).every((key) => said[key] === found[key]),
  };
}
