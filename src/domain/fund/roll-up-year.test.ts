import { describe, expect, it } from 'vitest';
import { chained, emptyFund, type Loose } from '../test-helpers/ledger.js';
import { noTotals } from './effect.js';
import type { ClosedYear, Fund } from './fund.schema.js';
import { bookYears, rollUpYear, type FundBook } from './roll-up-year.js';

/** A ledger as a fund publishes it. */
const book = (fund: Partial<Fund> & { id: string }, drafts: readonly Loose[]): FundBook =>
  chained(emptyFund(fund), drafts);

const row = (kind: 'receipt' | 'payment', category: string, amount: number, date: string): Loose => ({
  kind,
  account: 'bank',
  category,
  amount,
  date,
});
const sent = (amount: number, to: string, date: string, id = 'nop'): Loose => ({
  ...row('payment', 'chuyen', amount, date),
  transfer: { id, fund: to },
});
const got = (amount: number, from: string, date: string, id = 'nop'): Loose => ({
  ...row('receipt', 'nhan', amount, date),
  transfer: { id, fund: from },
});
const bank = (amount: number) => ({ cash: 0, bank: amount, kind: 0 });

const commune = book({ id: 'xa', opening: bank(100), opened: '2024-01-01' }, [
  row('receipt', 'tai-tro', 50, '2024-05-01'),
  got(30, 'thon', '2025-03-02'),
  row('payment', 'quan-ly', 20, '2025-06-01'),
]);
const hamlet = book({ id: 'thon', opening: bank(10), opened: '2024-01-01' }, [
  row('receipt', 'tai-tro', 40, '2025-02-01'),
  sent(30, 'xa', '2025-03-01'),
]);

describe('funds of a year added up', () => {
  it('take what one sent to the other out of the sum, on both sides', () => {
    const { lines, plain, between, loose, sum, count } = rollUpYear([commune, hamlet], '2025');
    expect(lines).toEqual([
      { id: 'xa', opening: 150, in: 30, out: 20, closing: 160, closed: false, agrees: true },
      { id: 'thon', opening: 10, in: 40, out: 30, closing: 20, closed: false, agrees: true },
    ]);
    expect([plain, between, loose]).toEqual([
      { in: 70, out: 50 },
      { in: 30, out: 30 },
      { in: 0, out: 0 },
    ]);
    expect([sum.receipts, sum.payments, sum.closing.bank, count]).toEqual([40, 20, 180, 4]);
  });

  it('leave a fund out of the years before it was opened, with what it began with', () => {
    const school = book({ id: 'truong', opening: bank(1_000), opened: '2025-09-01' }, []);
    const before = rollUpYear([commune, school], '2024');
    expect([before.later, before.sum.closing.bank, before.lines.length]).toEqual([['truong'], 150, 1]);
    expect(rollUpYear([commune, school], '2025').later).toEqual([]);
    expect(bookYears([commune, school])).toEqual(['2025', '2024']);
  });

  it('tell apart what is on its way, and keep the sides of transfers that name no fund, reversals too', () => {
    const { transfer: _in, ...bare } = got(7, '', '2025-04-01');
    const { transfer: _out, ...gone } = sent(9, '', '2025-04-02');
    const school = book({ id: 'truong', opening: bank(50), opened: '2024-01-01' }, [
      bare,
      gone,
      { ...bare, reverses: 1 },
      { ...bare, amount: 3 },
      sent(5, 'thon', '2025-12-30', 'tre'),
    ]);
    const { plain, between, loose, sum } = rollUpYear([commune, hamlet, school], '2025');
    expect(loose).toEqual({ in: 3, out: 9 });
    expect(between).toEqual({ in: 30, out: 35 });
    expect(sum.inTransit).toEqual([{ id: 'tre', from: 'truong', to: 'thon', money: 5, kind: 0 }]);
    expect(plain.in - between.in - loose.in).toBe(sum.receipts);
    expect(plain.out - between.out - loose.out).toBe(sum.payments);
    expect(sum.opening.bank + sum.receipts - sum.payments - 5 + loose.in - loose.out).toBe(sum.closing.bank);
  });

  it('say which fund publishes other figures, or has fewer entries than it says, and which year is closed', () => {
    const [year] = ['2025'];
    const agrees = (changes: Partial<FundBook['fund']>): boolean[] =>
      rollUpYear([{ ...commune, fund: { ...commune.fund, ...changes } }], year).lines.map(
        (one) => one.agrees,
      );
    expect(agrees({})).toEqual([true]);
    expect(agrees({ totals: { ...commune.fund.totals, [year]: { ...noTotals, receipts: 31 } } })).toEqual([
      false,
    ]);
    expect(agrees({ count: 4 })).toEqual([false]);
    const closed = { ...commune.fund, years: [{ year } as ClosedYear] };
    expect(rollUpYear([{ ...commune, fund: closed }], year).lines[0]?.closed).toBe(true);
    expect(rollUpYear([{ ...commune, fund: closed }], '2024').lines[0]?.closed).toBe(false);
  });
});
