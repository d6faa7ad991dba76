import { describe, expect, it } from 'vitest';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import checklist from '../presets/sets/don-vi-hoc-tap-24-2023.js';
import points from '../presets/sets/don-vi-hoc-tap-22-2020.js';
import { blankForm } from './blank-form.js';
import { selfAssessmentReport } from './self-assessment-report.js';
import { linesOf, textOf } from './test-helpers/paper-text.js';
import { fullAnswers, sampleInput } from './test-helpers/sample-input.js';

const school = { 'unit-kind': 'high-school', 'public-body': true, digitalising: true };
const sourced: CriteriaSet = {
  ...points,
  status: 'sourced',
  sections: [
    {
      id: 'a',
      number: '1',
      title: { vi: 'Điều kiện' },
      max: 100,
      criteria: [
        {
          id: 'a1',
          number: '1.1',
          title: { vi: 'Có kế hoạch' },
          input: 'points',
          max: 60,
          provenance: 'sourced',
        },
        {
          id: 'a2',
          number: '1.2',
          title: { vi: 'Có kinh phí' },
          input: 'points',
          max: 40,
          provenance: 'sourced',
        },
      ],
    },
  ],
};

describe('the report', () => {
  const report = selfAssessmentReport(sampleInput(checklist, school));

  it('says what it is', () => {
    expect(report.typeName).toBe('BÁO CÁO');
    expect(report.abstract).toBe('Kết quả tự đánh giá Đơn vị học tập năm 2026');
  });

  it('cites its bases, each with a semicolon and the last with a full stop', () => {
    expect(report.bases.length).toBe(checklist.bases.length);
    for (const line of report.bases) expect(line).toMatch(/^Căn cứ /);
    for (const line of report.bases.slice(0, -1)) expect(line).toMatch(/[^;.];$/);
    expect(report.bases.at(-1)).toMatch(/[^;.]\.$/);
  });

  it('has its chapters in the order of a report', () => {
    const chapters = report.body.flatMap((one) =>
      one.kind === 'heading' && one.level === 1 ? [textOf(one.content)] : [],
    );
    expect(chapters).toEqual([
      'I. THÔNG TIN CHUNG',
      'II. KẾT QUẢ THỰC HIỆN CÁC TIÊU CHÍ',
      'III. KẾT QUẢ TỰ ĐÁNH GIÁ',
      'IV. ĐỀ NGHỊ',
    ]);
  });

  it('gives each criterion its result, note and evidence', () => {
    const lines = linesOf(report.body);
    const at = lines.findIndex((line) => line.startsWith('2.1. '));
    expect(lines.slice(at + 1, at + 4)).toEqual([
      '- Kết quả: Mức độ 1: đạt, 1.234/1.250 = 98,72% (yêu cầu từ 90%).',
      '- Nội dung thực hiện: Đã ban hành kế hoạch từ tháng 01 và tổ chức thực hiện ở tất cả các tổ chuyên môn.',
      '- Minh chứng: ke-hoach-hoc-tap-2026.pdf.',
    ]);
  });

  it('calls a level provisional while wording is missing, and asks for guidance', () => {
    const text = linesOf(report.body).join('\n');
    expect(text).toContain('Kết quả tự đánh giá (tạm tính): Mức độ 1.');
    expect(text).toMatch(/chưa có nguyên văn nên kết quả chỉ là tạm tính/);
    expect(text).toContain('hướng dẫn đánh giá các nội dung chưa có nguyên văn');
  });

  it('says at the head and at each such criterion what was not checked', () => {
    expect(report.notice?.title).toBe('MẪU, CHƯA ĐỐI CHIẾU VĂN BẢN');
    const lines = linesOf(report.body);
    const gaps = checklist.sections
      .flatMap(({ criteria }) => criteria)
      .filter((one) => one.provenance === 'missing' && !('appliesIf' in one && one.appliesIf));
    expect(gaps.length).toBeGreaterThan(0);
    for (const gap of gaps) expect(lines).toContain(`${gap.title.vi}(1)`);
    expect(lines).toContain('(1) Có trong văn bản nhưng chưa có nguyên văn, chưa thể đánh giá.');
  });

  it('says in small letters when it is due, and nothing where the set names no day', () => {
    const note = report.body.find(
      (one) => one.kind === 'paragraph' && textOf(one.content).includes('Thời hạn'),
    );
    expect(note).toMatchObject({ style: 'note' });
    expect(linesOf(report.body)).toContain(
      'Thời hạn theo bộ tiêu chí áp dụng: Gửi hồ sơ đề nghị công nhận trước ngày 15/01/2027; Có quyết định công nhận trước ngày 15/02/2027.',
    );
    const old = selfAssessmentReport({ ...sampleInput(points, school), lang: 'en' });
    expect(linesOf(old.body).join('\n')).toContain(
      'Send the self-assessment report by 31/03/2027 at the latest.',
    );
    const none = selfAssessmentReport(sampleInput({ ...sourced, deadlines: [] }, school));
    expect(linesOf(none.body).join('\n')).not.toContain('Thời hạn');
  });

  it('leaves out what is not asked of this subject', () => {
    expect(linesOf(report.body).join('\n')).not.toContain('1.2a.');
    expect(linesOf(report.appendices[0]?.body ?? []).join('\n')).toContain('Không thuộc diện đánh giá: 1.2a');
  });

  it('carries no mark where the set is sourced', () => {
    const clear = selfAssessmentReport(sampleInput(sourced, {}));
    expect(clear.notice).toBeUndefined();
    expect(linesOf(clear.body).join('\n')).not.toMatch(/\(1\)|chưa đối chiếu/);
    expect(linesOf(clear.body)).toContain('Kết quả tự đánh giá: Tốt.');
    expect(linesOf(clear.body).join('\n')).toContain('công nhận danh hiệu “Đơn vị học tập” năm 2026 (Tốt)');
  });

  it('marks every criterion of a sample, but not what a local association added', () => {
    const [section] = sourced.sections;
    const criteria = (section?.criteria ?? []).map(({ provenance: _, ...one }, index) =>
      index === 1 ? { ...one, local: true } : one,
    );
    const sample: CriteriaSet = { ...sourced, status: 'sample', sections: [{ ...section!, criteria }] };
    const lines = linesOf(selfAssessmentReport(sampleInput(sample, {})).body);
    expect(lines).toContain('1.1. Có kế hoạch(1)');
    expect(lines).toContain('1.2. Có kinh phí');
    expect(lines).toContain('(1) Mẫu, chưa đối chiếu văn bản.');
    expect(lines[0]).toContain('(mẫu, chưa đối chiếu văn bản)');
  });

  it('reports an unfinished assessment as such', () => {
    const answers = { ...fullAnswers(sourced), a2: { points: '7,' } };
    const text = linesOf(selfAssessmentReport(sampleInput(sourced, {}, { answers })).body).join('\n');
    expect(text).toContain('Còn 1 mục chưa trả lời hoặc cần sửa');
    expect(text).toContain('(tạm tính)');
  });

  it('speaks of a person without an office', () => {
    const { subject } = sampleInput(sourced, {});
    const paper = selfAssessmentReport(
      sampleInput(sourced, {}, { subject: { ...subject, model: 'citizen' } }),
    );
    expect(paper.typeName).toBe('BẢN TỰ ĐÁNH GIÁ');
    expect(paper.closing.recipients).toBeUndefined();
    expect(paper.addressees).toBeUndefined();
  });

  it('has every text in composed characters', () => {
    expect(JSON.stringify(report)).toBe(JSON.stringify(report).normalize('NFC'));
  });

  it('can be written in English', () => {
    const paper = selfAssessmentReport(sampleInput(checklist, school, { lang: 'en' }));
    expect(paper.abstract).toBe('Results of the self-assessment as Learning Unit, 2026');
    expect(paper.bases[0]).toMatch(/^Pursuant to .*;$/);
    expect(JSON.stringify(paper)).not.toMatch(/document\.|reason\./);
  });
});

describe('the summary of results', () => {
  it('sums points by section and in total, with the class', () => {
    const answers = { a1: { points: '52,5' }, a2: { points: '30' } };
    const [table] = selfAssessmentReport(sampleInput(sourced, {}, { answers })).appendices;
    expect(table?.attached).toBe(
      '(Kèm theo Báo cáo số 05/BC-THPTND ngày 05 tháng 01 năm 2027 của Trường Trung học phổ thông Nguyễn Du)',
    );
    expect(table?.landscape).toBe(true);
    expect(linesOf(table?.body ?? [])).toEqual([
      'STT|Tiêu chí|Điểm tối đa|Điểm tự chấm|Minh chứng|Ghi chú',
      '1|Điều kiện|100|82,5||',
      '1.1|Có kế hoạch|60|52,5||',
      '1.2|Có kinh phí|40|30||',
      'TỔNG CỘNG|100|82,5||',
      'KẾT QUẢ TỰ ĐÁNH GIÁ: KHÁ',
    ]);
  });

  it('shows targets with what is asked and the share as counted', () => {
    const [table] = selfAssessmentReport(sampleInput(checklist, school)).appendices;
    const row = linesOf(table?.body ?? []).find((line) => line.startsWith('2.1|'));
    expect(row?.split('|').slice(2, 5)).toEqual(['Mức độ 1: từ 90%', 'Đạt', '1.234/1.250 = 98,72%']);
  });

  it('has as many cells in every row as columns', () => {
    for (const set of [checklist, points] as CriteriaSet[])
      for (const paper of [
        selfAssessmentReport(sampleInput(set, school)),
        blankForm(sampleInput(set, school)),
      ])
        for (const block of [...paper.body, ...paper.appendices.flatMap(({ body }) => body)])
          if (block.kind === 'table')
            for (const { cells } of [...block.head, ...block.rows])
              expect(cells.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0)).toBe(block.columns.length);
  });
});

describe('the empty form', () => {
  const form = blankForm(sampleInput(checklist, {}, { result: null, answers: {} }));
  const lines = linesOf(form.body);

  it('has boxes to tick, room to write and a column for the reviewer', () => {
    expect(form.typeName).toBe('PHIẾU TỰ ĐÁNH GIÁ');
    expect(form.header.number).toBeUndefined();
    expect(form.header.placeDate).toBe('Hà Nội, ngày ..... tháng ..... năm 20.....');
    expect(lines.find((line) => line.startsWith('STT|'))).toMatch(/\|Thẩm định$/);
    expect(lines.find((line) => line.startsWith('1.1|'))).toMatch(
      /\|\[ \]\u00a0Đạt \/ \[ \]\u00a0Chưa đạt\|\|/,
    );
    expect(lines.find((line) => line.startsWith('2.1|'))).toMatch(/: … \/ .*: …\|/);
  });

  it('fills in what is known and asks for the rest', () => {
    expect(lines).toContain('- Tên đơn vị: Trường Trung học phổ thông Nguyễn Du');
    expect(lines.find((line) => line.startsWith('- Đơn vị đang triển khai chuyển đổi số'))).toContain(
      '[ ]\u00a0Có',
    );
    const known = linesOf(blankForm(sampleInput(checklist, school, { result: null })).body);
    expect(known.find((line) => line.startsWith('- Đơn vị đang triển khai chuyển đổi số'))).toMatch(/: có$/);
    expect(known.some((line) => line.startsWith('1.2a|'))).toBe(false);
  });

  it('is signed by whoever fills it in and by the head', () => {
    expect(form.closing.signatures.map(({ title, hint }) => [title, hint])).toEqual([
      ['NGƯỜI LẬP PHIẾU', '(Ký, ghi rõ họ tên)'],
      ['THỦ TRƯỞNG ĐƠN VỊ', '(Ký, ghi rõ họ tên)'],
    ]);
  });
});
