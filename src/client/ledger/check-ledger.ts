import { noTotals, tally, yearOf } from '../../domain/fund/effect.js';
import { openingHash, type HashText } from '../../domain/fund/entry-hash.js';
import type { Entry } from '../../domain/fund/entry.schema.js';
import type { YearTotals } from '../../domain/fund/fund.schema.js';
import type { PublicFund, PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import { unpackEntries } from '../../domain/fund/pack-entries.js';
import type { BrokenSeals } from '../../domain/fund/seals.js';
import { yearStatement } from '../../domain/fund/statement.js';
import { checkChain, mostFaults, type ChainFault } from '../../domain/fund/verify-chain.js';

/** What of a fund its ledger is checked against. */
export type CheckedFund = Pick<
  PublicFund,
  'id' | 'opened' | 'opening' | 'regime' | 'count' | 'head' | 'balances' | 'totals' | 'years' | 'categories'
>;

/** A year whose published sums are others than its entries add up to, or whose last entry at closing is another now. */
export interface YearFault {
  readonly no?: undefined;
  readonly year: string;
  readonly fault: 'year-sums' | 'year-head';
}
export type CheckFault = ChainFault | YearFault;

/** What came of going through the whole ledger. No faults: it is sound. */
export interface CheckResult {
  readonly faults: readonly CheckFault[];
  /** Entries that were checked. */
  readonly count: number;
  /** Hash of the last one, as recorded in it. */
  readonly head: string;
  /** Đồng: what was there, came in, went out and is there, money only, as added up anew. */
  readonly line: { opening: number; receipts: number; payments: number; closing: number };
  /** There may be more faults than are told. */
  readonly more: boolean;
}

export interface LedgerCheck {
  /** Checks a page in steps of a few entries, each of which yields how many were checked in all. */
  add(page: PublicLedgerPage): Generator<number, void, undefined>;
  /** Checks the entries of a page whose hashes were computed already. Answers how many were checked in all. */
  addSealed(entries: readonly Entry[], broken: BrokenSeals): number;
  end(): CheckResult;
}

/** Entries checked between two breaths. */
const step = 64;

/** Goes through a ledger from its opening, page by page: computes every hash and every sum anew, and compares. */
export function startCheck(fund: CheckedFund, hash: HashText): LedgerCheck {
  const chain = checkChain(fund, hash);
  const categories = new Map(fund.categories.map((category) => [category.id, category]));
  const totals: Record<string, YearTotals> = {};
  /** Hash that a year ended with, by the number of its last entry at closing. */
  const closings = new Map(fund.years.map(({ count }) => [count, '']));
  if (closings.has(0)) closings.set(0, openingHash(fund, hash));

  function follow(entries: readonly Entry[], broken?: ReadonlySet<number>): number {
    chain.add(entries, broken);
    for (const entry of entries) {
      const year = yearOf(entry);
      tally((totals[year] ??= { ...noTotals }), entry, categories.get(entry.category ?? ''));
      if (closings.has(entry.no)) closings.set(entry.no, entry.hash);
    }
    return chain.count;
  }

  return {
    *add({ entries, parties }) {
      const rows = unpackEntries(entries);
      for (let from = 0; from < rows.length; from += step) yield follow(rows.slice(from, from + step));
      for (const { no, ...party } of parties) chain.addParty(no, party);
    },
    addSealed(entries, broken) {
      const count = follow(entries, new Set(broken.entries));
      for (const { no, commitment } of broken.parties) chain.addCommitment(no, commitment);
      return count;
    },
    end() {
      const faults: CheckFault[] = [...chain.end(), ...yearFaults(fund, totals, closings)];
      const { cash, bank } = fund.opening;
      const sum = (side: 'receipts' | 'payments'): number =>
        Object.values(totals).reduce((all, of) => all + of[side], 0);
      return {
        faults: faults.slice(0, mostFaults),
        count: chain.count,
        head: chain.head,
        line: {
          opening: cash + bank,
          receipts: sum('receipts'),
          payments: sum('payments'),
          closing: chain.balances.cash + chain.balances.bank,
        },
        more: faults.length >= mostFaults,
      };
    },
  };
}

const sides = ['receipts', 'payments', 'kindIn', 'kindOut', 'cash', 'bank'] as const;

function yearFaults(
  fund: CheckedFund,
  totals: Record<string, YearTotals>,
  closings: ReadonlyMap<number, string>,
): YearFault[] {
  const faults: YearFault[] = [];
  const differs = (a: Partial<YearTotals>, b: Partial<YearTotals>): boolean =>
    sides.some((side) => (a[side] ?? 0) !== (b[side] ?? 0));
  const closed = new Map(fund.years.map((year) => [year.year, year]));
  const all = new Set([...Object.keys(totals), ...Object.keys(fund.totals), ...closed.keys()]);
  for (const year of [...all].sort()) {
    const published = closed.get(year);
    const own = yearStatement({ opening: fund.opening, totals }, year);
    const asClosed =
      !published ||
      (!differs(own, published) &&
        (['cash', 'bank', 'kind'] as const).every(
          (account) =>
            own.opening[account] === published.opening[account] &&
            own.closing[account] === published.closing[account],
        ));
    if (!asClosed || differs(totals[year] ?? {}, fund.totals[year] ?? {}))
      faults.push({ year, fault: 'year-sums' });
    if (published && closings.get(published.count) !== published.head)
      faults.push({ year, fault: 'year-head' });
  }
  return faults;
}
