import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../canonical-json.js';
import { allowed, anyDraft, chained, emptyFund, hash, soundLedger } from '../test-helpers/ledger.js';
import { addDong } from './dong.js';
import { addBalances, effectOf } from './effect.js';
import { entryHash, entryText } from './entry-hash.js';
import { Entry } from './entry.schema.js';
import { PackedEntries } from './fund-query.schema.js';
import { entryAt, extendPage, isWholePage, namedIn, packEntries, unpackEntries } from './pack-entries.js';
import { isBalanced, yearStatement } from './statement.js';
import { createSums } from './sums.js';
import { checkChain } from './verify-chain.js';
import { isUsed, nextVoucher, voucherGaps, withVoucher } from './vouchers.js';

const runs = { numRuns: 60 };
const money = ({ cash, bank }: { cash: number; bank: number }): number => cash + bank;

describe('sums of đồng', () => {
  it('are exact, or no sum at all', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeInteger(), { maxLength: 6 }), (amounts) => {
        const steps = amounts.map((_one, i) =>
          amounts.slice(0, i + 1).reduce((sum, one) => sum + BigInt(one), 0n),
        );
        const fits = steps.every((sum) => sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER);
        if (fits) expect(BigInt(addDong(...amounts))).toBe(steps.at(-1) ?? 0n);
        else expect(() => addDong(...amounts)).toThrow(RangeError);
      }),
    );
  });
});

describe('a sound ledger', () => {
  it('keeps the line opening + in − out = closing, in every year and over all', () => {
    fc.assert(
      fc.property(soundLedger, ({ fund, entries }) => {
        const sums = createSums(fund);
        for (const entry of entries) sums.add(entry);
        expect(sums.balances).toEqual(fund.balances);
        expect(sums.totals).toEqual(fund.totals);
        const years = ['2024', '2025', '2026'].map((year) => yearStatement(fund, year));
        for (const statement of years) expect(isBalanced(statement)).toBe(true);
        expect(years[0]?.opening).toEqual(fund.opening);
        expect(years[1]?.opening).toEqual(years[0]?.closing);
        expect(years[2]?.closing).toEqual(fund.balances);
        const received = years.reduce((sum, year) => sum + year.receipts - year.payments, 0);
        expect(money(fund.opening) + received).toBe(money(fund.balances));
      }),
      runs,
    );
  });

  it('is what it was before, after an entry and its reversal', () => {
    fc.assert(
      fc.property(soundLedger, anyDraft, ({ fund }, draft) => {
        const back = { ...draft, reverses: fund.count + 1 };
        const after = [draft, back].reduce((sum, one) => addBalances(sum, effectOf(one)), fund.balances);
        expect(after).toEqual(fund.balances);
        const sums = createSums(fund);
        for (const one of [draft, back]) sums.add(one);
        expect(Object.values(sums.totals).flatMap((totals) => Object.values(totals))).toEqual(
          Array(7).fill(0),
        );
      }),
      runs,
    );
  });

  it('has the same balances, and a chain that verifies, in whatever order it was entered', () => {
    const drafts = fc.array(anyDraft, { maxLength: 12 });
    const order = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(drafts, order, (some, places) => {
        const rich = emptyFund({ opening: { cash: 2e14, bank: 2e14, kind: 2e14 } });
        const shuffled = some
          .map((draft, i) => ({ draft, place: places[i] ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ draft }) => draft);
        const one = chained(rich, allowed(rich, some));
        const other = chained(rich, shuffled);
        expect(other.fund.balances).toEqual(one.fund.balances);
        expect(other.fund.totals).toEqual(one.fund.totals);
        const check = checkChain(other.fund, hash);
        check.add(other.entries);
        expect(check.end()).toEqual([]);
      }),
      runs,
    );
  });
});

describe('entries on the way', () => {
  it('have one canonical text', () => {
    fc.assert(
      fc.property(soundLedger, ({ entries }) => {
        for (const { hash: given, ...open } of entries) {
          expect(entryText(open)).toBe(canonicalJson(open));
          expect(entryHash(open, hash)).toBe(given);
        }
      }),
      runs,
    );
    const transfer = { id: 'chuyen-1', fund: 'quy-"tinh"' };
    const [entry] = chained(emptyFund(), [
      { kind: 'receipt', account: 'bank', amount: 1, date: '2025-01-01', transfer },
    ]).entries;
    expect(entryText(entry as Entry)).toBe(canonicalJson({ ...entry, hash: undefined }));
  });

  it('come out of a page as they went in, one by one and together', () => {
    fc.assert(
      fc.property(soundLedger, fc.nat(), ({ entries }, cut) => {
        fc.pre(entries.length > 0);
        const page = packEntries(entries);
        expect(isWholePage(page)).toBe(true);
        expect(PackedEntries.safeParse(page).success).toBe(true);
        expect(unpackEntries(JSON.parse(JSON.stringify(page)) as PackedEntries)).toEqual(entries);
        const named = entries.flatMap(({ no, category, round, party }, index) =>
          party === undefined ? [] : [{ index, entry: { no, category, round, party } }],
        );
        expect([...namedIn(page)]).toEqual(named);
        entries.forEach((entry, index) => expect(entryAt(page, index)).toEqual(entry));
        expect(entryAt(page, entries.length)).toBeUndefined();
        for (const entry of entries) expect(Entry.safeParse(entry).success).toBe(true);
        const first = 1 + (cut % entries.length);
        const start = packEntries(entries.slice(0, first));
        const before = structuredClone(start);
        expect(extendPage(start, entries.slice(first))).toEqual(page);
        expect(start).toEqual(before);
      }),
      runs,
    );
  });
});

describe('numbers of vouchers', () => {
  it('are in use once they were given, and leave the gaps that nobody gave', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (numbers) => {
        const given = new Set<number>();
        let ranges: number[] = [];
        for (const no of numbers) {
          expect(isUsed(ranges, no)).toBe(given.has(no));
          if (given.has(no)) continue;
          given.add(no);
          ranges = withVoucher(ranges, no);
        }
        const last = Math.max(0, ...given);
        expect(nextVoucher(ranges)).toBe(last + 1);
        const missing = Array.from({ length: last }, (_none, i) => i + 1).filter((no) => !given.has(no));
        const gaps = voucherGaps(ranges).flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_none, i) => from + i),
        );
        expect(gaps).toEqual(missing);
        // Ranges never touch, so that there are as few as can be.
        for (let i = 1; i + 1 < ranges.length; i += 2)
          expect(ranges[i + 1]).toBeGreaterThan((ranges[i] ?? 0) + 1);
      }),
    );
  });
});
