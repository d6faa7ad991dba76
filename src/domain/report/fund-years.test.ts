/** How many were given out of a fund, by the payments of its ledger. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '../fund/entry.schema.js';
import { fundYear, type NamedBook } from './fund-years.js';

const nothing = { cash: 0, bank: 0, kind: 0 };
const entry = (no: number, more: Partial<Entry>): Entry => ({
  ...{ id: `q.${no}`, fund: 'q', no, kind: 'payment', account: 'cash', category: 'hoc-bong', amount: 100 },
  ...{ date: '2026-05-04', recordedAt: '2026-05-04T00:00:00.000Z' },
  ...{ details: 'a'.repeat(64), previous: 'b'.repeat(64), hash: 'c'.repeat(64) },
  ...more,
});
const book = (entries: readonly Entry[]): NamedBook => ({
  fund: {
    ...{ id: 'q', name: 'Quỹ xã', place: { name: 'Xã A' }, opening: { ...nothing, cash: 10_000 } },
    ...{ opened: '2025-01-01', categories: [], totals: {}, count: entries.length, years: [] },
    rounds: [
      {
        id: 'hoc-bong',
        title: 'Học bổng',
        kind: 'scholarship',
        criteria: '',
        year: '2026',
        state: 'open',
        levels: [],
      },
      {
        id: 'thuong',
        title: 'Khen thưởng',
        kind: 'award',
        criteria: '',
        year: '2026',
        state: 'open',
        levels: [],
      },
    ],
  },
  entries,
});

describe('gifts of a fund', () => {
  it('are counted by round and year; what was taken back counts for nothing', () => {
    const entries = [
      entry(1, { round: 'hoc-bong', count: 12 }),
      entry(2, { round: 'hoc-bong' }),
      entry(3, { round: 'thuong', count: 5 }),
      entry(4, { round: 'thuong', count: 5, reverses: 3 }),
      entry(5, { round: 'thuong', count: 4 }),
      // Without a round, of a round that nobody may read, of another year.
      entry(6, {}),
      entry(7, { round: 'khac', count: 9 }),
      entry(8, { round: 'hoc-bong', count: 7, date: '2025-05-04' }),
    ];
    const year = fundYear([book(entries)], 2026);
    expect(year.gifts).toEqual({ scholarships: 13, awards: 4 });
    expect(year.funds.map(({ gifts }) => gifts)).toEqual([{ scholarships: 13, awards: 4 }]);
    expect(fundYear([book(entries)], 2025).gifts).toEqual({ scholarships: 7, awards: 0 });
  });
});
