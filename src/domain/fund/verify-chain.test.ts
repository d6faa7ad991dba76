import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chained, emptyFund, hash, soundLedger, type Loose } from '../test-helpers/ledger.js';
import { partyCommitment } from './commitment.js';
import type { Entry } from './entry.schema.js';
import type { Fund } from './fund.schema.js';
import { checkChain, mostFaults, type ChainFault } from './verify-chain.js';

function faults(fund: Fund, entries: readonly Entry[]): readonly ChainFault[] {
  const check = checkChain(fund, hash);
  check.add(entries);
  return check.end();
}

const inBank: Loose = {
  kind: 'receipt',
  account: 'bank',
  category: 'tai-tro',
  amount: 500_000,
  date: '2025-03-01',
};
const paid: Loose = {
  kind: 'payment',
  account: 'bank',
  category: 'hoc-bong',
  amount: 300_000,
  date: '2025-04-01',
};
const { fund, entries } = chained(emptyFund(), [inBank, paid, { ...inBank, date: '2025-05-01' }, paid]);
const [first, second, third, fourth] = entries as [Entry, Entry, Entry, Entry];

describe('checkChain', () => {
  it('finds nothing in a sound ledger, however it is sliced', () => {
    fc.assert(
      fc.property(soundLedger, fc.integer({ min: 1, max: 9 }), (sound, size) => {
        const check = checkChain(sound.fund, hash);
        for (let at = 0; at < sound.entries.length; at += size)
          expect(check.add(sound.entries.slice(at, at + size))).toEqual([]);
        expect(check.end()).toEqual([]);
        expect([check.count, check.head, check.balances]).toEqual([
          sound.fund.count,
          sound.fund.head,
          sound.fund.balances,
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('names the one entry in which anything was changed', () => {
    const field = fc.constantFrom<keyof Entry>(
      'amount',
      'date',
      'category',
      'voucher',
      'details',
      'recordedAt',
      'count',
    );
    fc.assert(
      fc.property(soundLedger, fc.nat(), field, (sound, which, name) => {
        fc.pre(sound.entries.length > 0);
        const index = which % sound.entries.length;
        const changed = sound.entries.map((entry, at) =>
          at === index ? { ...entry, [name]: other(entry[name], name) } : entry,
        );
        const found = faults(sound.fund, changed);
        expect(found).toContainEqual({ no: index + 1, fault: 'hash' });
        expect(found.filter(({ fault }) => fault === 'hash')).toHaveLength(1);
      }),
      { numRuns: 100 },
    );
  });

  it('finds one whose hash was made to fit by the one that follows', () => {
    const { entries: others } = chained(emptyFund(), [{ ...inBank, amount: 400_000 }]);
    expect(faults(fund, [others[0] as Entry, second, third, fourth])).toEqual([
      { no: 2, fault: 'previous' },
      { fault: 'balances' },
    ]);
  });

  it('finds one that is missing, doubled or in another place', () => {
    expect(faults(fund, [first, third, fourth])).toEqual([
      { no: 3, fault: 'number' },
      { no: 3, fault: 'previous' },
      { fault: 'count' },
      { fault: 'balances' },
    ]);
    expect(faults(fund, [first, second, second, third, fourth])).toEqual(
      expect.arrayContaining([{ no: 2, fault: 'number' }, { no: 2, fault: 'previous' }, { fault: 'count' }]),
    );
    expect(faults(fund, [second, first, third, fourth])).toEqual(
      expect.arrayContaining([
        { no: 2, fault: 'number' },
        { no: 1, fault: 'previous' },
      ]),
    );
    expect(faults(fund, [first, second, third])).toEqual([
      { fault: 'count' },
      { fault: 'head' },
      { fault: 'balances' },
    ]);
  });

  it('finds another opening, another fund and another id', () => {
    expect(faults({ ...fund, opening: { ...fund.opening, cash: 0 } }, entries)).toEqual([
      { no: 1, fault: 'previous' },
      { fault: 'balances' },
    ]);
    expect(faults({ ...fund, regime: 'licensed' }, entries)).toEqual([{ no: 1, fault: 'previous' }]);
    expect(faults(fund, [first, { ...second, fund: 'quy-khac' }, third, fourth])).toEqual([
      { no: 2, fault: 'id' },
      { no: 2, fault: 'hash' },
    ]);
  });

  it('finds balances that the fund does not have', () => {
    expect(faults({ ...fund, balances: { ...fund.balances, kind: 1 } }, entries)).toEqual([
      { fault: 'balances' },
    ]);
  });

  it('tells once where an account falls below zero, and says nothing while it stays there', () => {
    const poor = emptyFund({ opening: { cash: 0, bank: 300_000, kind: 0 } });
    const bad = chained(poor, [
      paid,
      paid,
      paid,
      { ...inBank, amount: 900_000 },
      { ...paid, account: 'kind' },
    ]);
    expect(faults(bad.fund, bad.entries)).toEqual([
      { no: 2, fault: 'balance' },
      { no: 5, fault: 'balance' },
    ]);
  });

  it('finds a clock that was set back', () => {
    const bad = chained(emptyFund(), [
      { ...inBank, recordedAt: '2025-05-01T00:00:00.000Z' },
      { ...inBank, recordedAt: '2025-04-30T23:59:59.999Z' },
    ]);
    expect(faults(bad.fund, bad.entries)).toEqual([{ no: 2, fault: 'time' }]);
  });

  it('finds reversals that are none', () => {
    const back = { ...inBank, date: '2025-06-01', reverses: 1 };
    const sound = chained(emptyFund(), [inBank, back]);
    expect(faults(sound.fund, sound.entries)).toEqual([]);
    const cases: [string, Loose[], number][] = [
      ['twice', [inBank, back, back], 3],
      ['of a reversal', [inBank, back, { ...back, reverses: 2 }], 3],
      ['of another amount', [inBank, { ...back, amount: 1 }], 2],
      ['of another account', [inBank, { ...back, account: 'cash' }], 2],
      ['of another category', [inBank, { ...back, category: 'nhan' }], 2],
      ['of itself', [inBank, { ...back, reverses: 2 }], 2],
      ['of what is not there', [inBank, { ...back, reverses: 9 }], 2],
    ];
    for (const [title, drafts, no] of cases) {
      const bad = chained(emptyFund({ opening: { cash: 1e9, bank: 1e9, kind: 0 } }), drafts);
      expect(faults(bad.fund, bad.entries), title).toEqual([{ no, fault: 'reversal' }]);
    }
  });

  it('finds a name that is not the one that was recorded', () => {
    const opened = { salt: 'ab'.repeat(16), name: 'Ông Trần Văn Bình', kind: 'person' as const };
    const named = chained(emptyFund(), [{ ...inBank, party: partyCommitment(opened, hash) }, inBank]);
    const check = checkChain(named.fund, hash);
    check.add(named.entries);
    expect(check.addParty(1, opened)).toEqual([]);
    expect(check.addParty(1, { ...opened, name: 'Ông Trần Văn Bính' })).toEqual([{ no: 1, fault: 'party' }]);
    expect(check.addParty(1, { ...opened, kind: 'household' })).toEqual([{ no: 1, fault: 'party' }]);
    expect(check.addParty(2, opened)).toEqual([{ no: 2, fault: 'party' }]);
    expect(check.end()).toHaveLength(3);
  });

  it('says no more than is of use', () => {
    const wrong = entries.flatMap((entry) => Array<Entry>(50).fill({ ...entry, amount: 1 }));
    expect(faults(fund, wrong)).toHaveLength(mostFaults);
  });
});

function other(value: unknown, name: keyof Entry): unknown {
  if (name === 'amount') return Number(value) + 1;
  if (name === 'date') return value === '2025-01-01' ? '2025-01-02' : '2025-01-01';
  if (name === 'recordedAt') return '2026-12-31T23:59:59.999Z';
  if (name === 'voucher' || name === 'count') return value === 7 ? 8 : 7;
  return name === 'details' ? hash(String(value)) : `${String(value)}x`;
}
