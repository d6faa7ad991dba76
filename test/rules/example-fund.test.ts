import { describe, expect, it } from 'vitest';
import { linesOf, years } from '../../demo/fund-figures.js';

interface Line {
  kind: 'receipt' | 'payment';
  account: 'cash' | 'bank' | 'kind';
  amount: number;
  date: string;
  count?: number;
}

const million = 1_000_000;
const lines = years.flatMap((year) => linesOf('quy', year) as Line[]);
const sum = (some: readonly Line[]): number => some.reduce((all, { amount }) => all + amount, 0);
const money = (kind: Line['kind']): Line[] =>
  lines.filter((one) => one.kind === kind && one.account !== 'kind');

describe('the fund of the example', () => {
  it('is a commune fund of five years, of the size that such funds have', () => {
    expect(years).toHaveLength(5);
    for (const year of years) expect(lines.some(({ date }) => date.startsWith(year))).toBe(true);
    // 1,2 thousand million đồng, what it began with included; 900 million to 3,000 pupils.
    expect(sum(money('receipt')) / million).toBeGreaterThan(1_000);
    expect(sum(money('receipt')) / million).toBeLessThan(1_200);
    const paid = lines.filter(({ count }) => count !== undefined);
    expect(Math.abs(sum(paid) / million - 900)).toBeLessThan(50);
    expect(Math.abs(paid.reduce((all, { count = 0 }) => all + count, 0) - 3_000)).toBeLessThan(100);
  });

  it('writes whole đồng, and pays out no year more than it has', () => {
    expect(lines.filter(({ amount }) => !Number.isSafeInteger(amount) || amount <= 0)).toEqual([]);
    for (const [at] of years.entries()) {
      const until = (one: Line): boolean => one.date < `${Number(years[at]) + 1}`;
      const [received, spent] = [money('receipt').filter(until), money('payment').filter(until)];
      expect(sum(received)).toBeGreaterThan(sum(spent));
    }
  });
});
