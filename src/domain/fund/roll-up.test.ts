import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowed, anyDraft, chained, emptyFund, type Loose } from '../test-helpers/ledger.js';
import { rollUp, type RollUp } from './roll-up.js';

const commune = emptyFund({ id: 'quy-xa' });
const province = emptyFund({ id: 'quy-tinh', opening: { cash: 0, bank: 900_000_000, kind: 0 } });
const out = (amount: number, fund = 'quy-xa', more: Partial<Loose> = {}): Loose => ({
  kind: 'payment',
  account: 'bank',
  category: 'chuyen',
  amount,
  date: '2025-02-01',
  transfer: { id: 'dot-1', fund },
  ...more,
});
const arrived = (amount: number, more: Partial<Loose> = {}): Loose => ({
  kind: 'receipt',
  account: 'bank',
  category: 'nhan',
  amount,
  date: '2025-02-03',
  transfer: { id: 'dot-1', fund: 'quy-tinh' },
  ...more,
});

function lineHolds(sum: RollUp): void {
  const { opening, closing, receipts, payments, kindIn, kindOut, inTransit, unlinked } = sum;
  const loose = unlinked.reduce((all, one) => ({ money: all.money + one.money, kind: all.kind + one.kind }), {
    money: 0,
    kind: 0,
  });
  const way = inTransit.reduce((sum, one) => ({ money: sum.money + one.money, kind: sum.kind + one.kind }), {
    money: 0,
    kind: 0,
  });
  expect(opening.cash + opening.bank + receipts - payments - way.money + loose.money).toBe(
    closing.cash + closing.bank,
  );
  expect(opening.kind + kindIn - kindOut - way.kind + loose.kind).toBe(closing.kind);
}

describe('rollUp', () => {
  it('counts a transfer between two funds of the set neither as received nor as paid', () => {
    const sum = rollUp([chained(commune, [arrived(50_000_000)]), chained(province, [out(50_000_000)])]);
    expect([sum.receipts, sum.payments, sum.internal, sum.inTransit]).toEqual([0, 0, 50_000_000, []]);
    expect(sum.categories).toEqual(new Map());
    lineHolds(sum);
  });

  it('counts it where the other fund is outside', () => {
    const sum = rollUp([chained(commune, [arrived(50_000_000)])]);
    expect([sum.receipts, sum.inTransit]).toEqual([50_000_000, []]);
    expect(sum.categories).toEqual(new Map([['nhan', 50_000_000]]));
    lineHolds(sum);
  });

  it('lists what is on its way, and what arrived short or was taken back', () => {
    const sent = rollUp([chained(commune, []), chained(province, [out(50_000_000)])]);
    expect(sent.inTransit).toEqual([
      { id: 'dot-1', from: 'quy-tinh', to: 'quy-xa', money: 50_000_000, kind: 0 },
    ]);
    lineHolds(sent);
    const short = rollUp([chained(commune, [arrived(40_000_000)]), chained(province, [out(50_000_000)])]);
    expect([short.internal, short.inTransit[0]?.money]).toEqual([40_000_000, 10_000_000]);
    const back = chained(province, [out(50_000_000), out(50_000_000, 'quy-xa', { reverses: 1 })]);
    expect(rollUp([chained(commune, []), back]).inTransit).toEqual([]);
    const early = rollUp([chained(commune, [arrived(1)]), chained(province, [])]);
    expect(early.inTransit[0]?.money).toBe(-1);
    lineHolds(early);
  });

  it('lists a pair that nobody linked instead of counting it as from and to outside', () => {
    const { transfer: _in, ...received } = arrived(50_000_000);
    const { transfer: _out, ...paid } = out(50_000_000);
    const sum = rollUp([chained(commune, [received]), chained(province, [paid])]);
    expect([sum.receipts, sum.payments, sum.internal]).toEqual([0, 0, 0]);
    expect(sum.unlinked).toEqual([
      { fund: 'quy-xa', no: 1, money: 50_000_000, kind: 0 },
      { fund: 'quy-tinh', no: 1, money: -50_000_000, kind: 0 },
    ]);
    expect(sum.categories).toEqual(new Map());
    lineHolds(sum);
  });

  it('adds 100 funds with 180 billion đồng up to the đồng, transfers in the sum once', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_800_000_000 }), { minLength: 100, maxLength: 100 });
    fc.assert(
      fc.property(amounts, (given) => {
        const opening = { cash: 0, bank: 1_800_000_000, kind: 0 };
        const above = emptyFund({ id: 'quy-tinh', opening: { cash: 0, bank: 180_000_000_000, kind: 0 } });
        const id = (at: number): string => `quy-xa-${at}`;
        const link = (at: number, fund: string) => ({ transfer: { id: `chuyen-${at}`, fund } });
        const sums = rollUp([
          chained(
            above,
            given.map((amount, at) => out(amount, id(at), link(at, id(at)))),
          ),
          ...given.map((amount, at) =>
            chained(emptyFund({ id: id(at), opening }), [
              arrived(amount, link(at, 'quy-tinh')),
              { kind: 'receipt', account: 'bank', category: 'tai-tro', amount, date: '2025-03-01' },
            ]),
          ),
        ]);
        const total = Number(given.reduce((sum, amount) => sum + BigInt(amount), 0n));
        expect([sums.receipts, sums.payments, sums.internal]).toEqual([total, 0, total]);
        expect([sums.inTransit, sums.unlinked]).toEqual([[], []]);
        expect(sums.closing.bank).toBe(360_000_000_000 + total);
        lineHolds(sums);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it('keeps goods apart from money', () => {
    const rich = emptyFund({ id: 'quy-tinh', opening: { cash: 0, bank: 0, kind: 30_000_000 } });
    const goods = rollUp([
      chained(commune, [arrived(30_000_000, { account: 'kind' })]),
      chained(rich, [out(30_000_000, 'quy-xa', { account: 'kind' })]),
    ]);
    expect([goods.internal, goods.kindIn, goods.kindOut, goods.inTransit]).toEqual([30_000_000, 0, 0, []]);
    lineHolds(goods);
  });

  it('counts one year alone, and carries over what is older', () => {
    const ledger = chained(commune, [
      arrived(10, { date: '2024-06-01' }),
      arrived(7),
      arrived(5, { date: '2026-01-01' }),
    ]);
    const sum = rollUp([ledger], { year: '2025' });
    expect([sum.opening.bank, sum.receipts, sum.closing.bank]).toEqual([20_000_010, 7, 20_000_017]);
    lineHolds(sum);
  });

  it('holds the line whatever was entered where, and counts nothing twice', () => {
    const transfer = fc.record({
      id: fc.constantFrom('t1', 't2'),
      fund: fc.constantFrom('quy-xa', 'quy-tinh', 'quy-ngoai'),
    });
    const draft = fc
      .tuple(anyDraft, fc.option(transfer, { nil: undefined }))
      .map(([one, to]): Loose => (to && one.kind !== 'move' ? { ...one, transfer: to } : one));
    const drafts = fc.array(draft, { maxLength: 15 });
    const year = fc.constantFrom(undefined, '2024', '2025', '2026');
    fc.assert(
      fc.property(drafts, drafts, year, (one, other, of) => {
        const ledgers = [
          chained(
            commune,
            allowed(
              commune,
              one.filter(({ transfer: to }) => to?.fund !== 'quy-xa'),
            ),
          ),
          chained(
            province,
            allowed(
              province,
              other.filter(({ transfer: to }) => to?.fund !== 'quy-tinh'),
            ),
          ),
        ];
        const options = of === undefined ? {} : { year: of };
        const both = rollUp(ledgers, options);
        lineHolds(both);
        // What each received and paid by itself is what they received and paid together and between each other.
        const alone = ledgers.map((ledger) => rollUp([ledger], options));
        const net = (sums: RollUp[]): number => sums.reduce((sum, s) => sum + s.receipts - s.payments, 0);
        expect(net([both])).toBe(net(alone) + both.inTransit.reduce((sum, { money }) => sum + money, 0));
      }),
      { numRuns: 80 },
    );
  });
});
