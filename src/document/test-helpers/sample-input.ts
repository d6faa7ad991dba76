import type { Answers, Facts } from '../../domain/answer.schema.js';
import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { score } from '../../domain/score.js';
import type { DocumentInput, PaperSettings } from '../document-input.js';

/** Settings of a school's report. */
export const settings: PaperSettings = {
  parentOrganisation: 'Sở Giáo dục và Đào tạo Hà Nội',
  organisation: 'Trường Trung học phổ thông Nguyễn Du',
  place: 'Hà Nội',
  number: '5',
  symbol: 'BC-THPTND',
  date: '2027-01-05',
  addressees: ['Sở Giáo dục và Đào tạo Hà Nội'],
  recipients: ['Như trên', 'Hội Khuyến học thành phố', 'Lưu: VT'],
  signatures: [{ title: 'Hiệu trưởng', name: 'Nguyễn Thị Hường' }],
};

/** Answers that meet everything a set asks, with a note and evidence on each. */
export function fullAnswers(set: CriteriaSet): Answers {
  return Object.fromEntries(
    set.sections
      .flatMap(({ criteria }) => criteria)
      .map((criterion) => [
        criterion.id,
        {
          ...(criterion.input === 'points' && { points: String(criterion.max ?? 0).replace('.', ',') }),
          ...(criterion.input === 'options' && { option: criterion.options?.at(-1)?.id ?? '' }),
          ...(criterion.input === 'yesno' && { yes: true }),
          ...(criterion.input === 'percent' && { numerator: '1.234', denominator: '1.250' }),
          note: 'Đã ban hành kế hoạch từ tháng 01 và tổ chức thực hiện ở tất cả các tổ chuyên môn.',
          evidence: [
            {
              id: `${criterion.id}-1`,
              kind: 'file' as const,
              name: 'ke-hoach-hoc-tap-2026.pdf',
              type: 'application/pdf' as const,
              size: 1000,
              sha256: '0'.repeat(64),
              addedAt: '2026-12-01T00:00:00.000Z',
            },
          ],
        },
      ]),
  );
}

/** A scored input for a set; what is given replaces the rest. */
export function sampleInput(
  set: CriteriaSet,
  facts: Facts,
  more: Partial<DocumentInput> & { paper?: Partial<PaperSettings> } = {},
): DocumentInput {
  const { paper, ...rest } = more;
  const answers = rest.answers ?? fullAnswers(set);
  return {
    set,
    subject: {
      model: set.model,
      name: 'Trường Trung học phổ thông Nguyễn Du',
      parent: 'Sở Giáo dục và Đào tạo Hà Nội',
      place: { name: 'Phường Cửa Nam, Hà Nội' },
      head: { name: 'Nguyễn Thị Hường', position: 'Hiệu trưởng' },
    },
    cycle: '2026',
    facts,
    result: score(set, facts, answers),
    lang: 'vi',
    ...rest,
    answers,
    settings: { ...settings, ...paper },
  };
}
