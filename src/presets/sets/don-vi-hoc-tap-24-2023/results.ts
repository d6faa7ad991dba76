import type { Section } from '../../../domain/criteria-set.schema.js';

/** Criterion 2: learning results of the members. */
export const results: Section = {
  id: 'ket-qua',
  number: '2',
  title: { vi: 'Kết quả học tập của thành viên trong đơn vị', en: "Learning results of the unit's members" },
  criteria: [
    {
      id: 'ky-luat-doan-ket',
      number: '2.1',
      title: {
        vi: 'Tỷ lệ thành viên chấp hành kỷ luật, nội quy lao động, có tinh thần đoàn kết, hợp tác, chia sẻ',
        en: 'Share of members who keep discipline and rules and work together in solidarity',
      },
      provenance: 'sourced',
      input: 'percent',
      numeratorLabel: { vi: 'Số thành viên đạt yêu cầu', en: 'Members who do' },
      denominatorLabel: { vi: 'Tổng số thành viên của đơn vị', en: 'All members of the unit' },
      levels: { 'muc-1': { require: 'percent', atLeast: 90 } },
      evidence: {
        examples: [
          { vi: 'Kết quả đánh giá, xếp loại cuối năm', en: "Results of the year's appraisal of members" },
        ],
      },
    },
    {
      id: 'hoan-thanh-boi-duong',
      number: '2.2',
      title: {
        vi: 'Tỷ lệ thành viên hoàn thành đầy đủ chương trình học tập, bồi dưỡng theo quy định',
        en: 'Share of members who finish the study and training programmes they have to take',
      },
      provenance: 'sourced',
      input: 'percent',
      numeratorLabel: { vi: 'Số thành viên đã hoàn thành', en: 'Members who finished' },
      denominatorLabel: { vi: 'Tổng số thành viên của đơn vị', en: 'All members of the unit' },
      levels: { 'muc-1': { require: 'percent', atLeast: 90 } },
      evidence: {
        examples: [
          {
            vi: 'Danh sách thành viên kèm chứng nhận, kết quả bồi dưỡng',
            en: 'List of members with certificates or results of training',
          },
        ],
      },
    },
    {
      id: 'tieu-chi-2-con-lai',
      title: {
        vi: 'Các chỉ tiêu khác của tiêu chí 2 (chưa có nguyên văn)',
        en: 'Further targets of criterion 2 (wording not at hand)',
      },
      provenance: 'missing',
      sourceNote: {
        vi: 'Khoản 2 Điều 6 Thông tư còn chỉ tiêu khác ngoài 2.1 và 2.2; chưa có nguyên văn.',
        en: 'Article 6(2) of the Circular has targets beyond 2.1 and 2.2; wording not at hand.',
      },
      input: 'yesno',
    },
    {
      id: 'tieu-chi-2-muc-2',
      title: {
        vi: 'Các chỉ tiêu của tiêu chí 2 ở mức độ 2 (chưa có nguyên văn)',
        en: 'Targets of criterion 2 for level 2 (wording not at hand)',
      },
      provenance: 'missing',
      sourceNote: {
        vi: 'Thuộc khoản 2 Điều 7 Thông tư; chưa có nguyên văn.',
        en: 'Article 7(2) of the Circular; wording not at hand.',
      },
      input: 'yesno',
      levels: { 'muc-2': { require: 'yes' } },
    },
  ],
};
