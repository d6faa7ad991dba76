import { describe, expect, it } from 'vitest';
import type { Table } from '../official-document.js';
import { proposalFileName, proposalList, proposalSheet, type ProposalInput } from './proposal-list.js';

const settings = { organisation: 'Hội Khuyến học xã Sen Hồ', parentOrganisation: '', place: '', signer: '' };
const input: ProposalInput = {
  cycle: '2026',
  lang: 'vi',
  settings,
  rows: [
    { model: 'clan', name: 'Dòng họ Đỗ', place: 'Thôn Đoài', head: 'Đỗ Văn An', title: 'Đạt' },
    { model: 'family', name: 'Lê\u202e Hoa', place: 'Xóm 3', head: '', score: 85.5, max: 100, title: 'Tốt' },
    { model: 'family', name: 'Trần Bình', place: 'Xóm 4', head: '', score: 70, max: 100, title: 'Đạt' },
  ],
};
const cellsOf = (table: Table): string[][] =>
  table.rows.map(({ cells }) =>
    cells.map(({ lines }) =>
      lines
        .flat()
        .map((run) => ('text' in run ? run.text : ''))
        .join(''),
    ),
  );

describe('the list of those proposed', () => {
  it('stands by model, numbered within each, and says that its layout is a sample', () => {
    const paper = proposalList(input);
    expect(paper.notice?.title).toBe('MẪU, CHƯA ĐỐI CHIẾU VĂN BẢN');
    expect(paper.header.organisation).toBe('HỘI KHUYẾN HỌC XÃ SEN HỒ');
    expect(cellsOf(paper.body[0] as Table)).toEqual([
      ['Gia đình học tập: 2'],
      ['1', 'Lê Hoa', '', 'Xóm 3', '85,5/100', 'Tốt'],
      ['2', 'Trần Bình', '', 'Xóm 4', '70/100', 'Đạt'],
      ['Dòng họ học tập: 1'],
      ['1', 'Dòng họ Đỗ', 'Đỗ Văn An', 'Thôn Đoài', '', 'Đạt'],
    ]);
    expect(paper.closing.signatures.map(({ title }) => title)).toEqual([
      'NGƯỜI LẬP DANH SÁCH',
      'CHỦ TỊCH HỘI KHUYẾN HỌC',
    ]);
  });

  it('is the same as a table, under a plain name', () => {
    expect(proposalSheet(input).rows.map(([no, name, model]) => [no, name, model])).toEqual([
      [1, 'Lê Hoa', 'Gia đình học tập'],
      [2, 'Trần Bình', 'Gia đình học tập'],
      [1, 'Dòng họ Đỗ', 'Dòng họ học tập'],
    ]);
    expect(proposalFileName(input)).toBe('danh-sach-de-nghi-cong-nhan-2026-hoi-khuyen-hoc-xa-sen-ho');
  });
});
