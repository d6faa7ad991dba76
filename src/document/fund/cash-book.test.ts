import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packEntries } from '../../domain/fund/pack-entries.js';
import { soundLedger } from '../../domain/test-helpers/ledger.js';
import { linesOf, textOf } from '../test-helpers/paper-text.js';
import { sampleFund, settings } from '../test-helpers/sample-fund.js';
import { cashBook, cashBookYear } from './cash-book.js';

const { fund, pages } = sampleFund(2);
const paper = cashBook({ fund, pages, settings, lang: 'vi', account: 'cash', year: '2026' });
const rows = linesOf(paper.body);

describe('the lines of an account', () => {
  it('lead from what was there to what is there, year after year, whatever was entered when', () => {
    fc.assert(
      fc.property(soundLedger, ({ fund: some, entries }) => {
        const book = {
          fund: some,
          pages: entries.length > 0 ? [{ entries: packEntries(entries), parties: [] }] : [],
        };
        for (const account of ['cash', 'bank', 'kind'] as const) {
          let before = some.opening[account];
          for (const year of ['2024', '2025', '2026']) {
            const { opening, lines, closing } = cashBookYear(book, account, year);
            expect(opening).toBe(before);
            let balance = opening;
            let date = '';
            for (const line of lines) {
              balance += (line.in ?? 0) - (line.out ?? 0);
              expect(line.balance).toBe(balance);
              expect(line.entry.date >= date).toBe(true);
              ({ date } = line.entry);
            }
            expect(closing).toBe(balance);
            before = closing;
          }
          expect(before).toBe(some.balances[account]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a cash book', () => {
  it('begins with the opening balance and ends with the closing one, summed by month', () => {
    const year = cashBookYear({ fund, pages }, 'cash', '2026');
    const figure = (amount: number): string => amount.toLocaleString('de-DE');
    expect(paper.typeName).toBe('SỔ QUỸ TIỀN MẶT');
    expect(paper.abstract).toBe('Quỹ khuyến học xã Mẫu, từ ngày 01/01/2026 đến ngày 31/12/2026');
    expect(rows[1]).toBe('Ngày|Số phiếu|Nội dung|Thu|Chi|Tồn');
    expect(rows[2]).toBe(`Tồn đầu kỳ|||${figure(year.opening)}`);
    expect(rows.filter((row) => row.startsWith('Cộng tháng'))).toHaveLength(12);
    const [january] = rows.filter((row) => row.startsWith('Cộng tháng 01/2026'));
    expect(january).toBe(
      `Cộng tháng 01/2026, tồn cuối tháng|400.000|120.000|${figure(year.opening + 280_000)}`,
    );
    const last = rows.findIndex((row) => row.startsWith('Tồn cuối kỳ'));
    expect(rows[last]).toBe(`Tồn cuối kỳ|||${figure(year.closing)}`);
    expect(rows[last - 1]).toMatch(/^Cộng số phát sinh trong kỳ\|/);
    const sums = rows[last - 1]!.split('|')
      .slice(1)
      .map((cell) => Number(cell.replaceAll('.', '')));
    expect(year.opening + sums[0]! - sums[1]!).toBe(year.closing);
    expect(sums[2]).toBe(year.closing);
  });

  it('shows what was taken back in brackets, and says what that means', () => {
    const back = rows.find((row) => row.includes('Điều chỉnh khoản'))!;
    expect(back).toMatch(
      /^04\/10\/2026\|\|Điều chỉnh khoản số \d+ \(Ghi nhầm 500\.000 thành 5\.000\.000\); Bùi Hữu Nghĩa: Ủng hộ quỹ khuyến học\|\(5\.000\.000\)\|\|/,
    );
    expect(rows).toContain('Số trong ngoặc đơn được trừ đi, theo khoản điều chỉnh.');
  });

  it('names vouchers, and money drawn from the bank', () => {
    expect(
      rows.some((row) =>
        /^01\/01\/2026\|PT 001\|Trần Văn Bình: Hội phí chi hội thôn 1\|400\.000\|\|/.test(row),
      ),
    ).toBe(true);
    expect(rows.some((row) => /^28\/01\/2026\|PC 001\|.*\|\|120\.000\|/.test(row))).toBe(true);
    expect(rows.some((row) => row.startsWith('10/05/2026||Rút tiền gửi nhập quỹ tiền mặt|3.000.000||'))).toBe(
      true,
    );
  });

  it('has a book for the bank and for goods, and starts where the fund was opened', () => {
    const of = (account: 'bank' | 'kind') =>
      cashBook({
        fund: { ...fund, opened: '2024-03-01' },
        pages,
        settings,
        lang: 'vi',
        account,
        year: '2024',
      });
    expect(of('bank').typeName).toBe('SỔ TIỀN GỬI NGÂN HÀNG');
    expect(of('bank').abstract).toContain('từ ngày 01/03/2024');
    const goods = linesOf(of('kind').body);
    expect(
      goods.some((row) =>
        /^05\/09\/2024\|PT 025\|Nhà sách Tri Thức: .*\|4\.500\.000\|\|4\.500\.000$/.test(row),
      ),
    ).toBe(true);
  });

  it('never leaves the sum of a month alone on a page', () => {
    const table = paper.body.find((one) => one.kind === 'table')!;
    const first = (row: (typeof table.rows)[number]): string => textOf(row.cells[0]?.lines[0] ?? []);
    table.rows.forEach((row, index) => {
      if (/^(Cộng tháng|Tồn cuối)/.test(first(row))) expect(table.rows[index - 1]?.keepWithNext).toBe(true);
    });
  });
});
