import { describe, expect, it } from 'vitest';
import { packEntries } from '../../domain/fund/pack-entries.js';
import { chained, emptyFund } from '../../domain/test-helpers/ledger.js';
import { LedgerBook } from '../ledger/ledger-book.js';
import { roundPayments } from './round-payments.js';

describe('what was paid in rounds', () => {
  it('is added up by round, what was taken back taken off, and nothing else counted', () => {
    const line = { account: 'cash', category: 'hoc-bong', date: '2025-03-10' } as const;
    const paid = { ...line, kind: 'payment', round: 'dot-1' } as const;
    const { entries } = chained(emptyFund({ opening: { cash: 50_000_000, bank: 0, kind: 0 } }), [
      { ...paid, amount: 6_000_000, count: 12 },
      { ...paid, amount: 2_000_000, count: 2 },
      { ...paid, amount: 500_000, round: 'dot-2' },
      { ...line, kind: 'payment', amount: 900_000 },
      { ...paid, amount: 2_000_000, count: 2, reverses: 2 },
    ]);
    const book = new LedgerBook(
      { money: 50_000_000, goods: 0 },
      { categories: new Map(), rounds: new Map() },
    );
    book.add(packEntries(entries), () => undefined);
    expect([...roundPayments(book.columns)]).toEqual([
      ['dot-1', { amount: 6_000_000, count: 12 }],
      ['dot-2', { amount: 500_000, count: 0 }],
    ]);
  });
});
