import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packEntries } from '../../domain/fund/pack-entries.js';
import { isBalanced } from '../../domain/fund/statement.js';
import { soundLedger } from '../../domain/test-helpers/ledger.js';
import { linesOf } from '../test-helpers/paper-text.js';
import { rounds, sampleFund, settings } from '../test-helpers/sample-fund.js';
import { yearFigures } from './year-figures.js';
import { inGroups, yearlyReport, type YearlyReportInput } from './yearly-report.js';

const book = sampleFund(4);
const { fund, pages, publicPages, entries } = book;
const made = (more: Partial<YearlyReportInput> = {}) =>
  yearlyReport({ fund, pages, settings, lang: 'vi', year: '2026', rounds, ...more });
const lines = (more: Partial<YearlyReportInput> = {}) => linesOf(made(more).body);

describe('the figures of a year', () => {
  it('balance, agree with the fund, and are those of its categories', () => {
    fc.assert(
      fc.property(soundLedger, ({ fund: some, entries: own }) => {
        const all = { fund: some, pages: own.length > 0 ? [{ entries: packEntries(own), parties: [] }] : [] };
        for (const year of ['2024', '2025', '2026']) {
          const figures = yearFigures(all, year);
          expect(isBalanced(figures)).toBe(true);
          expect(figures.agrees).toBe(true);
          const sum = (kind: string, side: 'money' | 'goods'): number =>
            figures.categories
              .filter(({ category }) => category.kind === kind)
              .reduce((total, one) => total + one[side], 0);
          expect([sum('receipt', 'money'), sum('payment', 'money')]).toEqual([
            figures.receipts,
            figures.payments,
          ]);
          expect([sum('receipt', 'goods'), sum('payment', 'goods')]).toEqual([
            figures.kindIn,
            figures.kindOut,
          ]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('the yearly report', () => {
  it('has the head of an official paper, its bases and three signatures', () => {
    const paper = made();
    expect(paper.header).toMatchObject({
      number: 'Số: 05/BC-QKH',
      placeDate: 'Xã Mẫu, ngày 15 tháng 01 năm 2027',
    });
    expect([paper.typeName, paper.abstract]).toEqual([
      'BÁO CÁO',
      'Tình hình tiếp nhận và sử dụng Quỹ khuyến học xã Mẫu năm 2026',
    ]);
    expect(paper.bases).toEqual([
      'Căn cứ Nghị định số 03/2026/NĐ-CP của Chính phủ;',
      'Căn cứ Thông tư số 41/2022/TT-BTC của Bộ trưởng Bộ Tài chính.',
    ]);
    expect(paper.closing.signatures.map(({ title }) => title)).toEqual([
      'NGƯỜI LẬP',
      'THỦ QUỸ',
      'PHỤ TRÁCH QUỸ',
    ]);
    expect(made({ fund: { ...fund, regime: 'internal' } }).bases).toHaveLength(1);
    expect(made({ settings: { ...settings, bases: ['Căn cứ Quy chế quỹ.'] } }).bases).toEqual([
      'Căn cứ Quy chế quỹ.',
    ]);
  });

  it('sets actual against planned, category by category', () => {
    const said = lines();
    expect(said).toContain('B|Tổng số thu trong năm|100.000.000|114.312.345|114,3');
    expect(said).toContain('1|Đóng góp của hội viên|40.000.000|56.700.000|141,8');
    expect(said).toContain('3|Lãi tiền gửi||412.345|');
    expect(said).toContain('C|Tổng số chi trong năm|7.500.000|9.440.000|125,9');
    expect(said.some((line) => line.includes('Học bổng|'))).toBe(false);
  });

  it('reckons opening + received − paid = closing in front of the reader, goods apart', () => {
    const said = lines();
    const { opening, closing, receipts, payments } = yearFigures(book, '2026');
    expect(opening.cash + opening.bank + receipts - payments).toBe(closing.cash + closing.bank);
    expect(said.filter((line) => line.startsWith('Đối chiếu'))).toHaveLength(2);
    expect(said).toContain('313.244.690 + 114.312.345 − 9.440.000 = 418.117.035\u00a0đồng');
    expect(said).toContain('3.000.000 + 4.500.000 − 3.000.000 = 4.500.000\u00a0đồng');
    expect(lines({ year: '2023' }).join()).not.toContain('HIỆN VẬT');
  });

  it('says what administration took of what was received', () => {
    expect(lines()).toContain(
      'Chi quản lý trong năm là 1.440.000\u00a0đồng, bằng 1,26 % tổng số thu; không vượt mức tối đa 5 % là 5.715.617\u00a0đồng (Quy chế quỹ).',
    );
    const low = { ...fund, adminCap: { ...fund.adminCap!, percent: 1 } };
    expect(lines({ fund: low }).join()).toContain('vượt mức tối đa 1 % là 1.143.123\u00a0đồng');
    const { adminCap: _none, ...without } = fund;
    expect(lines({ fund: without }).join()).not.toContain('CHI QUẢN LÝ');
  });

  it('counts the recipients of rounds and names none of them', () => {
    expect(lines()).toContain('1|Khen thưởng học sinh giỏi năm học 2026|12|6.000.000');
  });

  it('prints the hash of the last entry: of a closed year that of its closing', () => {
    expect(lines()).toContain(
      `Báo cáo lập theo sổ quỹ đến khoản số ${fund.count}. Mã niêm phong của khoản này là:`,
    );
    expect(lines()).toContain(inGroups(fund.head));
    expect(inGroups(fund.head)).toMatch(/^([0-9a-f]{8} ){7}[0-9a-f]{8}$/);
    const closed = fund.years.find(({ year }) => year === '2025')!;
    expect(lines({ year: '2025' })).toContain(inGroups(closed.head));
    expect(entries[closed.count - 1]?.hash).toBe(closed.head);
  });

  it('says that a year is open, that figures do not agree, or that its form is its own', () => {
    expect(made().notice?.title).toBe('NĂM 2026 CHƯA KHOÁ SỔ');
    expect(made({ year: '2025' }).notice?.title).toBe('MẪU, CHƯA ĐỐI CHIẾU VĂN BẢN');
    expect(made({ year: '2025', settings: { ...settings, checked: true } }).notice).toBeUndefined();
    const missing = { ...fund, count: fund.count + 1 };
    expect(made({ fund: missing, year: '2025' }).notice?.title).toBe('SỐ LIỆU CHƯA KHỚP');
    const short = { ...fund, balances: { ...fund.balances, bank: fund.balances.bank - 1 } };
    expect(made({ fund: short, year: '2025' }).notice?.title).toBe('SỐ LIỆU CHƯA KHỚP');
  });

  it('is the same from the public ledger as from the treasurer’s', () => {
    expect(made({ pages: publicPages })).toEqual(made());
  });

  it('tells when a licensed fund publishes it, and how much was taken back', () => {
    const said = lines().join('\n');
    expect(said).toContain('trước ngày 31 tháng 3 năm 2027, theo khoản 2 Điều 9 Nghị định số 03/2026/NĐ-CP');
    expect(said).toContain('Trong năm có 1 khoản điều chỉnh, tổng số tiền 5.000.000\u00a0đồng');
    expect(lines({ fund: { ...fund, regime: 'internal' } }).join()).not.toContain('31 tháng 3');
  });
});
