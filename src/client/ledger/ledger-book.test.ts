import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../domain/fund/entry.schema.js';
import type { Fund } from '../../domain/fund/fund.schema.js';
import { packEntries } from '../../domain/fund/pack-entries.js';
import { yearStatement } from '../../domain/fund/statement.js';
import { createSums } from '../../domain/fund/sums.js';
import { chained, emptyFund, soundLedger, type Loose } from '../../domain/test-helpers/ledger.js';
import { LedgerBook, type LedgerQuestion } from './ledger-book.js';
import { bits } from './ledger-columns.js';
import { orderBy } from './row-order.js';
import { inSlices } from './slices.js';

type Line = Partial<Loose> & { name?: string };

const headings = {
  categories: new Map([
    ['tai-tro', 'Tài trợ của tổ chức, cá nhân'],
    ['hoc-bong', 'Học bổng'],
  ]),
  rounds: new Map([
    ['dot-1', 'Học bổng Hoà Bình năm 2025'],
    ['dot-1/giai-nhat', 'Giải nhất cấp tỉnh'],
  ]),
};

/** A book of entries as a back end keeps them, in pages of `size`. */
function bookFrom(
  fund: Fund,
  entries: readonly Entry[],
  names: readonly (string | undefined)[],
  size = 3,
): LedgerBook {
  const { cash, bank, kind } = fund.opening;
  const book = new LedgerBook({ money: cash + bank, goods: kind }, headings);
  for (let from = 0; from < entries.length; from += size)
    book.add(packEntries(entries.slice(from, from + size)), (place) => ({ party: names[from + place] }));
  return book;
}

function bookOf(lines: readonly Line[]): LedgerBook {
  const drafts = lines.map(({ name: _name, ...line }) => ({
    kind: 'receipt' as const,
    account: 'cash' as const,
    category: 'tai-tro',
    amount: 100_000,
    date: '2025-03-10',
    ...line,
  }));
  const { fund, entries } = chained(emptyFund({ opening: { cash: 1_000_000, bank: 0, kind: 0 } }), drafts);
  return bookFrom(
    fund,
    entries,
    lines.map(({ name }) => name),
  );
}

const everything: LedgerQuestion = { sort: 'no', descending: false, filter: {}, search: '' };
const numbers = async (book: LedgerBook, question: Partial<LedgerQuestion>): Promise<number[]> =>
  Array.from((await book.ask({ ...everything, ...question })).rows, (found) => found + 1);

const sample: Line[] = [
  { name: 'Nguyễn Văn Hòa', voucher: 1, amount: 500_000 },
  { name: 'Công ty Hoà Phát Sen Hồ', voucher: 2, amount: 20_000_000, date: '2025-04-30' },
  { name: 'Lê Thị Hoa', voucher: 3, amount: 300_000, date: '2024-12-31' },
  {
    kind: 'payment',
    category: 'hoc-bong',
    voucher: 1,
    amount: 12_000_000,
    date: '2025-05-02',
    round: 'dot-1',
    level: 'giai-nhat',
    count: 24,
  },
  { name: 'Nguyễn Văn Hòa', amount: 500_000, date: '2025-05-03', reverses: 1 },
  { kind: 'move', to: 'bank', category: undefined, amount: 200_000, date: '2025-05-04' },
  { name: 'Đỗ Đức Hoàn', account: 'kind', amount: 7_000_000, date: '2025-06-01' },
];

describe('rows and sums', () => {
  it('keep a running balance of money; goods and moves leave it, a reversal takes back', () => {
    const { columns } = bookOf(sample);
    expect([...columns.balances.slice(0, columns.count)]).toEqual([
      1_500_000, 21_500_000, 21_800_000, 9_800_000, 9_300_000, 9_300_000, 9_300_000,
    ]);
    expect(columns.goods).toBe(7_000_000);
    expect(columns.flags[0]! & bits.reversed).toBeTruthy();
  });

  it('add up by year, month and category, reversals against their own side', () => {
    const { sums } = bookOf(sample);
    expect(sums.years()).toEqual([2025, 2024]);
    expect(sums.of(2025)).toEqual({
      receipts: 20_000_000,
      payments: 12_000_000,
      kindIn: 7_000_000,
      kindOut: 0,
      count: 6,
    });
    expect(sums.of(undefined).receipts).toBe(20_300_000);
    expect(sums.months.get(2025 * 12 + 4)).toMatchObject({ receipts: -500_000, payments: 12_000_000 });
    expect(sums.byCategory(2025, 'receipt')).toEqual([
      { category: 'tai-tro', kind: 'receipt', money: 20_000_000, goods: 7_000_000, count: 4 },
    ]);
    expect(sums.line(1_000_000, 2025)).toMatchObject({ opening: 1_300_000, closing: 9_300_000 });
    expect(sums.line(1_000_000, undefined)).toMatchObject({ opening: 1_000_000, closing: 9_300_000 });
  });

  it('are those of the domain, of each year and of all, for any ledger', () => {
    fc.assert(
      fc.property(soundLedger, fc.integer({ min: 1, max: 9 }), ({ fund, entries }, size) => {
        const { columns, sums } = bookFrom(fund, entries, [], size);
        const { cash, bank, kind } = fund.opening;
        const again = createSums(fund);
        for (const entry of entries) again.add(entry);
        expect(columns.money).toBe(fund.balances.cash + fund.balances.bank);
        expect(columns.goods).toBe(fund.balances.kind);
        expect(sums.line(cash + bank, undefined)).toMatchObject({
          opening: cash + bank,
          closing: columns.money,
        });
        expect(sums.all.kindIn - sums.all.kindOut + kind).toBe(columns.goods);
        for (const year of Object.keys(again.totals)) {
          const { opening, closing, receipts, payments, kindIn, kindOut } = yearStatement(fund, year);
          const line = sums.line(cash + bank, Number(year));
          expect(line).toMatchObject({ receipts, payments, kindIn, kindOut });
          expect(line.opening).toBe(opening.cash + opening.bank);
          expect(line.closing).toBe(closing.cash + closing.bank);
        }
        const kinds = new Map(fund.categories.map((category) => [category.id, category.kind]));
        for (const [month, byCategory] of again.months) {
          const [year = 0, of = 0] = month.split('-').map(Number);
          const total = (side: string): number =>
            [...byCategory].reduce((sum, [id, some]) => (kinds.get(id) === side ? sum + some : sum), 0);
          expect(sums.months.get(year * 12 + of - 1)).toMatchObject({
            receipts: total('receipt'),
            payments: total('payment'),
          });
        }
        const spent = (of: 'receipt' | 'payment'): number =>
          sums.byCategory(undefined, of).reduce((total, { money }) => total + money, 0);
        expect(spent('receipt')).toBe(sums.all.receipts);
        expect(spent('payment')).toBe(sums.all.payments);
      }),
      { numRuns: 60 },
    );
  });
});

describe('names', () => {
  it('stand in their rows before they are gone through for searching, and after', async () => {
    const book = bookOf(sample);
    const names = sample.map(({ name }) => name);
    const seen = (): (string | undefined)[] => sample.map((_, row) => book.columns.partyOf(row));
    expect(book.columns.textsRead).toBe(false);
    expect(seen()).toEqual(names);
    await book.readTexts();
    expect(book.columns.textsRead).toBe(true);
    expect(seen()).toEqual(names);
  });
});

describe('searching', () => {
  const book = bookOf(sample);

  it('finds without accents, wherever the tone stands, composed or not', async () => {
    for (const search of ['hoa phat', 'Hòa Phát', 'hoà phát', 'HOÀ PHÁT'.normalize('NFD'), 'phat hoa'])
      expect(await numbers(book, { search }), search).toEqual([2]);
    expect(await numbers(book, { search: 'do duc' })).toEqual([7]);
  });

  it('puts what has the accents as typed first', async () => {
    expect(await numbers(book, { search: 'hoa' })).toEqual([3, 1, 2, 4, 5, 7]);
    expect(await numbers(book, { search: 'hòa' })).toEqual([1, 2, 4, 5, 3, 7]);
    expect(await numbers(book, { search: 'hoà' })).toEqual([1, 2, 4, 5, 7, 3]);
  });

  it('puts words in one piece before the same words apart', async () => {
    const apart = bookOf([{ name: 'Văn Thị Nguyễn' }, { name: 'Nguyễn Văn Ba' }]);
    expect(await numbers(apart, { search: 'nguyễn văn' })).toEqual([2, 1]);
  });

  it('looks at beginnings of words, in categories, rounds and levels too', async () => {
    expect(await numbers(book, { search: 'tai tro ngu' })).toEqual([1, 5]);
    expect(await numbers(book, { search: 'ong' })).toEqual([]);
    expect(await numbers(book, { search: 'giai nhat' })).toEqual([4]);
    expect(await numbers(book, { search: '"học bổng hòa"' })).toEqual([4]);
  });

  it('understands amounts, vouchers, numbers and dates', async () => {
    expect(await numbers(book, { search: '500.000' })).toEqual([1, 5]);
    expect(await numbers(book, { search: '20000000' })).toEqual([2]);
    expect(await numbers(book, { search: 'PT 1' })).toEqual([1]);
    expect(await numbers(book, { search: 'pc01' })).toEqual([4]);
    expect(await numbers(book, { search: '30/4/2025' })).toEqual([2]);
    expect(await numbers(book, { search: '5/2025' })).toEqual([4, 5, 6]);
    expect(await numbers(book, { search: '2024 hoa' })).toEqual([3]);
  });

  it('finds nothing where a term fits nowhere, and everything where there is none', async () => {
    expect(await numbers(book, { search: 'hoa xyz' })).toEqual([]);
    expect(await numbers(book, { search: ' … ' })).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('of a new question ends the one before', async () => {
    const first = book.ask({ ...everything, search: 'hoa' });
    const second = book.ask({ ...everything, search: 'do' });
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(Array.from((await second).rows)).toEqual([6]);
  });
});

describe('filtering and sorting', () => {
  const book = bookOf(sample);

  it('filters by year, month, category, side and amount, and adds up what is left', async () => {
    expect(await numbers(book, { filter: { year: 2024 } })).toEqual([3]);
    expect(await numbers(book, { filter: { month: 5 } })).toEqual([4, 5, 6]);
    expect(await numbers(book, { filter: { category: 'hoc-bong' } })).toEqual([4]);
    expect(await numbers(book, { filter: { category: 'khong-co' } })).toEqual([]);
    expect(await numbers(book, { filter: { side: 'out' } })).toEqual([4]);
    expect(await numbers(book, { filter: { least: 7_000_000, most: 12_000_000 } })).toEqual([4, 7]);
    const { sums } = await book.ask({ ...everything, filter: { year: 2025, side: 'in' } });
    expect(sums).toMatchObject({ receipts: 20_000_000, kindIn: 7_000_000, count: 4 });
  });

  it('sorts by each column, both ways', async () => {
    expect(await numbers(book, { descending: true })).toEqual([7, 6, 5, 4, 3, 2, 1]);
    expect(await numbers(book, { sort: 'date' })).toEqual([3, 1, 2, 4, 5, 6, 7]);
    expect((await numbers(book, { sort: 'in', descending: true })).slice(0, 4)).toEqual([2, 7, 1, 3]);
    expect((await numbers(book, { sort: 'out', descending: true }))[0]).toBe(4);
    expect(await numbers(book, { sort: 'voucher' })).toEqual([5, 6, 7, 3, 1, 2, 4]);
    expect(await numbers(book, { sort: 'content', filter: { side: 'in' } })).toEqual([2, 7, 3, 1, 5]);
  });

  it('sees rows that came later', async () => {
    const { fund, entries } = chained(emptyFund(), [
      { kind: 'receipt', account: 'cash', category: 'tai-tro', amount: 1, date: '2024-03-01' },
      { kind: 'receipt', account: 'cash', category: 'hoc-bong', amount: 1, date: '2024-02-01' },
    ]);
    const growing = bookFrom(fund, entries.slice(0, 1), ['Cũ']);
    expect(await numbers(growing, { sort: 'date' })).toEqual([1]);
    growing.add(packEntries(entries.slice(1)), () => ({ party: 'Mới' }));
    expect(await numbers(growing, { sort: 'date' })).toEqual([2, 1]);
    expect(await numbers(growing, { search: 'moi hoc bong' })).toEqual([2]);
  });

  it('orders whole numbers as sorting does, rows of equal keys as they were', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.nat(5), fc.nat(1e6), fc.maxSafeNat()), { maxLength: 80 }),
        async (keys) => {
          const order = await inSlices(orderBy(keys, keys.length), { budget: 0 });
          const expected = keys.map((_, index) => index).sort((a, b) => keys[a]! - keys[b]! || a - b);
          expect([...order]).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});
