import { describe, expect, it } from 'vitest';
import { packEntries } from '../../domain/fund/pack-entries.js';
import { chained, emptyFund, hash, type Loose } from '../../domain/test-helpers/ledger.js';
import { linesOf } from '../test-helpers/paper-text.js';
import { categories, sampleFund, settings } from '../test-helpers/sample-fund.js';
import { donorsOf } from './donors.js';
import { donorsRoll } from './donors-roll.js';
import { donorsSheet } from './fund-sheets.js';

const { fund, pages, publicPages, entries } = sampleFund(5);
const rows = linesOf(donorsRoll({ fund, pages, settings, lang: 'vi', year: '2026' }).body);

describe('the donors of a fund', () => {
  it('are named only where anybody may read the name, even from the treasurer’s own pages', () => {
    const own = donorsOf({ fund, pages }, '2026');
    expect(own).toEqual(donorsOf({ fund, pages: publicPages }, '2026'));
    expect(JSON.stringify(own)).not.toContain('Người Giấu Tên');
    // Gave without consenting to be named: the households of even places.
    expect(own.named.map(({ name }) => name)).toContain('Công ty TNHH An Phát 3');
    expect(own.unnamed.count).toBeGreaterThan(12);
  });

  it('add up to what was given: no transfer, no interest, nothing that was taken back', () => {
    const { named, unnamed } = donorsOf({ fund, pages });
    const sum = (side: 'money' | 'goods'): number =>
      unnamed[side] + named.reduce((all, one) => all + one[side], 0);
    const gifts = entries.filter(
      ({ kind, category, party }) => kind === 'receipt' && category !== 'lai-tien-gui' && party !== undefined,
    );
    const expected = (goods: boolean): number =>
      gifts
        .filter(({ account }) => (account === 'kind') === goods)
        .reduce((all, { amount, reverses }) => all + (reverses === undefined ? amount : -amount), 0);
    expect(sum('money')).toBe(expected(false));
    expect(sum('goods')).toBe(expected(true));
    expect(named.find(({ name }) => name === 'Bùi Hữu Nghĩa')?.money).toBeLessThan(5_000_000);
  });

  it('are one where capitals alone differ, the largest first, and gone where all was taken back', () => {
    const gift = (amount: number, more: Partial<Loose> = {}): Loose => ({
      kind: 'receipt',
      account: 'cash',
      category: 'tai-tro',
      amount,
      date: '2024-05-01',
      party: hash('x'),
      ...more,
    });
    const some = chained(emptyFund({ categories }), [
      gift(100),
      gift(50),
      gift(400),
      gift(70),
      gift(70, { reverses: 4 }),
      gift(900, { category: 'nhan-chuyen' }),
      gift(800, { category: 'lai-tien-gui' }),
    ]);
    const party = (no: number, name: string) => ({
      no,
      name,
      kind: 'organisation' as const,
      salt: '0'.repeat(32),
    });
    const page = {
      entries: packEntries(some.entries),
      parties: [
        party(1, 'Công ty An'),
        party(2, 'CÔNG TY AN'),
        party(3, 'Chùa Mẫu'),
        party(4, 'Ai đó'),
        party(6, 'Quỹ tỉnh'),
        party(7, 'Quỹ tín dụng nhân dân'),
      ],
    };
    expect(donorsOf({ fund: some.fund, pages: [page] })).toEqual({
      named: [
        { name: 'Chùa Mẫu', money: 400, goods: 0 },
        { name: 'Công ty An', money: 150, goods: 0 },
      ],
      unnamed: { count: 0, money: 0, goods: 0 },
    });
  });
});

describe('the donors’ roll', () => {
  it('lists them with money and goods, the others together, and the sum in words', () => {
    expect(rows[1]).toBe('STT|Người ủng hộ|Tiền|Hiện vật');
    expect(rows[2]).toMatch(/^1\|Công ty TNHH An Phát 3\|[\d.]+\|$/);
    expect(rows.some((row) => /^\d+\|Nhà sách Tri Thức\|\|4\.500\.000$/.test(row))).toBe(true);
    expect(
      rows.some((row) => /^\|Những người ủng hộ khác, không nêu tên \(\d+ lượt\)\|[\d.]+\|$/.test(row)),
    ).toBe(true);
    expect(rows.at(-2)).toMatch(/^Tổng số tiền ủng hộ: [\d.]+\u00a0đồng \(bằng chữ: [\p{L} ]+ đồng\)\.$/u);
  });

  it('is a table as a file too', () => {
    const { rows: cells, totals } = donorsSheet({ fund, pages }, 'vi', '2026');
    expect(cells[0]?.[0]).toBe('Công ty TNHH An Phát 3');
    expect(totals).toHaveLength(1);
  });
});
