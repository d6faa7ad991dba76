import { describe, expect, it } from 'vitest';
import { csvText } from '../sheet/csv.js';
import type { Block, Table } from '../official-document.js';
import { sampleReport, sampleReview } from '../test-helpers/report.js';
import {
  reportDocument,
  reportFileName,
  reportSheets,
  reportTable,
  type ReportPaperSettings,
} from './index.js';

const paper = (settings: ReportPaperSettings = {}, report = sampleReport) =>
  reportDocument({ report, settings, lang: 'vi' });
const textOf = (lines: Table['rows'][number]['cells'][number]['lines']): string =>
  lines
    .flat()
    .map((run) => ('text' in run ? run.text : ''))
    .join('');
const tables = (body: readonly Block[]): Table[] => body.filter((block) => block.kind === 'table');
const rowsOf = ({ head, rows }: Table): string[][] =>
  [...head, ...rows].map(({ cells }) => cells.map(({ lines }) => textOf(lines)));
const words = (body: readonly Block[], style?: string): string[] =>
  body.flatMap((block) =>
    block.kind === 'paragraph' && (style === undefined || block.style === style)
      ? [textOf([block.content])]
      : [],
  );

describe('the report on paper', () => {
  it('has the head of an official paper, what it rests on, and says that its layout is a sample', () => {
    const { header, notice, abstract, bases, landscape, closing } = paper({
      place: 'Phú Thọ',
      symbol: 'BC-HKH',
    });
    expect(header).toMatchObject({
      organisation: 'HỘI KHUYẾN HỌC TỈNH PHÚ THỌ',
      motto: 'Độc lập - Tự do - Hạnh phúc',
    });
    expect(header.number).toMatch(/^Số: .*\/BC-HKH$/);
    expect(header.placeDate).toMatch(/^Phú Thọ, ngày/);
    expect(notice?.title).toBe('MẪU, CHƯA ĐỐI CHIẾU VĂN BẢN');
    expect(paper({ checked: true }).notice).toBeUndefined();
    expect(abstract).toBe('Thống kê phong trào học tập suốt đời năm 2026');
    expect(bases).toEqual(['Căn cứ Chương trình mẫu số 387/QĐ-TTg ngày 25/03/2022 của Thủ tướng Chính phủ.']);
    expect(landscape).toBe(true);
    expect(closing.signatures.map(({ title }) => title)).toEqual([
      'NGƯỜI LẬP BIỂU',
      'CHỦ TỊCH HỘI KHUYẾN HỌC',
    ]);
  });

  it('tells numbers beside last year and the target, groups below their model, and words where there is no number', () => {
    const [models, organisation, , funds] = tables(paper().body).map(rowsOf);
    expect(models).toEqual([
      [
        ...['STT', 'Nội dung', 'Tổng số', 'Đăng ký', 'Đạt', 'Tỷ lệ (%)', 'Đạt 2025', 'Tỷ lệ 2025 (%)'],
        ...['Tăng, giảm so với 2025', 'Chỉ tiêu', 'Kết quả so với chỉ tiêu'],
      ],
      [
        ...['1', 'Gia đình học tập', '200.000', '190.000', '150.000', '75', '140.000', '70,7', '+10.000'],
        ...['75\u00a0% (năm 2026)', 'Chậm tiến độ'],
      ],
      [
        '2',
        'Dòng họ học tập',
        'chưa báo cáo',
        'chưa báo cáo',
        '1.660',
        '',
        'không so sánh được',
        '',
        '',
        '',
        '',
      ],
      ['3', 'Công dân học tập', '9', '9', '7', '', '8', '', '-1', '', ''],
      ['', '- Nông dân', '', '', '4', '', '8', '', '-4', '', ''],
      ['', '- khac', '', '', '2', '', '0', '', '+2', '', ''],
      ['', '- Chưa ghi nhóm', '', '', '1', '', '0', '', '+1', '', ''],
    ]);
    expect(organisation?.[1]?.slice(1)).toEqual(['Chi hội khuyến học', '1.990', 'chưa báo cáo', '']);
    expect(funds?.[1]?.slice(1)).toEqual([
      'Tồn đầu kỳ',
      '42.000.000.000',
      '41.000.000.000',
      '+1.000.000.000',
    ]);
  });

  it('fills the width of its sheet with each table', () => {
    for (const { columns } of tables(paper().body))
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeGreaterThanOrEqual(262);
  });

  it('names who has not reported, and why something cannot be compared', () => {
    const notes = words(paper().body, 'note');
    expect(notes).toContain(
      'Gia đình học tập: 2 trên 4 xã, phường, đặc khu đã báo cáo; chưa báo cáo: Xã Yên Lạc, Xã =Tam Đảo.',
    );
    expect(notes).toContain(
      'Dòng họ học tập: Không so sánh được: Xã Cũ đã chia tách mà chưa có tỷ lệ phân chia.',
    );
    expect(notes).toContain('Chỉ gồm các quỹ công khai sổ.');
    expect(words(paper().body).at(-1)).toMatch(/^2 trên 4 .*Xã Yên Lạc/);
  });

  it('tells each year of a review', () => {
    const review = paper({}, sampleReview);
    expect(review.abstract).toBe('Sơ kết phong trào học tập suốt đời giai đoạn 2024 - 2026');
    expect(rowsOf(tables(review.body)[1]!)).toEqual([
      ['STT', 'Nội dung', '2024', '2025', '2026'],
      ['1', 'Gia đình học tập', 'chưa báo cáo', '140.000 (70,7 %)', '150.000 (75 %)'],
    ]);
  });

  it('is there in English, under a plain name', () => {
    const english = reportDocument({ report: sampleReport, settings: {}, lang: 'en' });
    expect(english.abstract).toBe('Statistics of the lifelong learning movement in 2026');
    expect(rowsOf(tables(english.body)[0]!)[1]?.slice(1, 6)).toEqual([
      ...['Learning Families', '200,000', '190,000', '150,000', '75'],
    ]);
    expect(reportFileName({ report: sampleReport, lang: 'vi' })).toBe('bao-cao-thong-ke-2026-tinh-phu-tho');
    expect(reportFileName({ report: sampleReview, lang: 'vi' })).toBe(
      'bao-cao-so-ket-2024-2026-tinh-phu-tho',
    );
  });
});

describe('the report as tables', () => {
  it('has one sheet a section with numbers as numbers, and one of who has not reported', () => {
    const sheets = reportSheets({ report: sampleReport, lang: 'vi' });
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['Mô hình học tập và nhóm đối tượng', 'Tổ chức Hội Khuyến học', 'Hoạt động', 'Quỹ khuyến học'],
      'Chưa báo cáo',
    ]);
    const [models] = sheets;
    const column = (name: string): number => models!.columns.findIndex(({ header }) => header === name);
    const [family, clan] = models!.rows;
    expect([family?.[column('Đạt')], family?.[column('Tỷ lệ (%)')], family?.[column('Đạt 2025')]]).toEqual([
      150_000, 75, 140_000,
    ]);
    expect(models!.columns[column('Tỷ lệ (%)')]?.kind).toBe('decimal');
    expect([clan?.[column('Tổng số')], clan?.[column('Ghi chú')]]).toEqual([
      null,
      'Chưa báo cáo. Không so sánh được: Xã Cũ đã chia tách mà chưa có tỷ lệ phân chia.',
    ]);
    expect(sheets.at(-1)?.rows).toEqual([
      ['00003', 'Xã Yên Lạc'],
      ['00004', 'Xã =Tam Đảo'],
    ]);
    const review = reportSheets({ report: sampleReview, lang: 'vi' })[0]!;
    const at = review.columns.findIndex(({ header }) => header === '2025');
    expect(review.rows[0]?.[at]).toBe(140_000);
  });

  it('is one table for a file of one sheet: a number a line', () => {
    const rows = csvText(reportTable({ report: sampleReport, lang: 'vi' })).split('\r\n');
    expect(rows.find((row) => row.includes('Gia đình học tập,Đạt'))).toBe(
      'Mô hình học tập và nhóm đối tượng,Gia đình học tập,Đạt,gia đình,150000,140000,10000,75,70.7,75\u00a0% (năm 2026),Chậm tiến độ,2,4,"Xã Yên Lạc, Xã =Tam Đảo",Tổng số lấy theo sổ đăng ký hiện nay.',
    );
    expect(rows).toHaveLength(18);
    expect(rows.some((row) => row.includes(',Công dân học tập - Nông dân,Đạt,người,4,8,-4,'))).toBe(true);
  });
});
