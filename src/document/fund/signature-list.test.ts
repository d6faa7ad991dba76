import { describe, expect, it } from 'vitest';
import { linesOf } from '../test-helpers/paper-text.js';
import { rounds, sampleAwards, sampleFund, settings } from '../test-helpers/sample-fund.js';
import { recipientsSheet } from './fund-sheets.js';
import { signatureList, type SignatureListInput } from './signature-list.js';

const { fund } = sampleFund(1);
const input: SignatureListInput = { fund, round: rounds[1]!, awards: sampleAwards(12), settings, lang: 'vi' };
const paper = signatureList(input);
const rows = linesOf(paper.body);
const school = 'Trường Tiểu học và Trung học cơ sở xã Mẫu';

describe('the list of recipients to sign', () => {
  it('has two columns to sign in, for the recipient and for a parent or guardian', () => {
    expect(paper.typeName).toBe('DANH SÁCH KÝ NHẬN');
    expect(paper.abstract).toBe('Khen thưởng học sinh giỏi năm học 2026');
    expect(rows[0]).toBe(
      'STT|Họ và tên|Lớp, trường, thôn|Mức, giải|Số tiền|Người nhận ký|Cha, mẹ hoặc người giám hộ ký',
    );
  });

  it('leaves both open from the age of 7, and strikes out who does not sign', () => {
    // Born in 2020: 6 at most in 2026. Then an adult, then a child of 16 who may still be 15.
    expect(rows[1]).toBe(
      `1|Nguyễn Thị Hường 1 / Sinh năm 2020 / Phụ huynh: Phạm Thị Thanh Thủy|lớp 1 / ${school}|Giải Nhất cấp tỉnh|500.000|–|`,
    );
    expect(rows[2]).toBe(`2|Trần Văn Bình 2|Giáo viên / ${school}|Giải Nhất cấp tỉnh|500.000||–`);
    expect(rows[4]).toMatch(/^4\|Phạm Thị Thanh Thủy 4 \/ Sinh năm 2011\|.*\|500\.000\|\|$/);
    const [unknown] = sampleAwards(1);
    const { born: _unknown, ...who } = unknown!.who!;
    expect(linesOf(signatureList({ ...input, awards: [{ ...unknown!, who }] }).body)[1]).toMatch(
      /\|500\.000\|\|$/,
    );
  });

  it('prints no circumstances, nor a level whose name tells them', () => {
    const all = JSON.stringify(paper);
    expect(all).not.toContain('ho-ngheo');
    expect(all).not.toContain('hộ nghèo');
    expect(rows[3]).toContain('||300.000||');
    expect(JSON.stringify(recipientsSheet(input))).not.toMatch(/ho-ngheo|hộ nghèo/);
  });

  it('adds up, in figures and words, without those who were removed', () => {
    expect(rows).toContain('Cộng|5.200.000||');
    expect(rows).toContain(
      'Danh sách có 12 người; tổng số tiền 5.200.000\u00a0đồng (bằng chữ: Năm triệu hai trăm nghìn đồng).',
    );
    const [{ who: _gone, ...removed }, ...others] = sampleAwards(12) as [
      ReturnType<typeof sampleAwards>[number],
    ];
    expect(linesOf(signatureList({ ...input, awards: [removed, ...others] }).body)).toContain(
      'Cộng|4.700.000||',
    );
  });

  it('gives everybody room to write', () => {
    const table = paper.body.find((one) => one.kind === 'table')!;
    expect(table.rows.slice(0, -1).every(({ minHeight = 0 }) => minHeight >= 12)).toBe(true);
  });

  it('is a table as a file too', () => {
    const { columns, rows: cells, totals } = recipientsSheet(input);
    expect(columns.map(({ header }) => header).slice(-2)).toEqual([
      'Người nhận ký',
      'Cha, mẹ hoặc người giám hộ ký',
    ]);
    expect(cells[0]?.slice(0, 3)).toEqual(['Nguyễn Thị Hường 1', 2020, 'lớp 1']);
    expect(totals?.[0]?.[6]).toBe(5_200_000);
    expect(totals?.[0]).toHaveLength(columns.length);
  });
});
