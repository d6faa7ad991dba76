import type { DecisionInput, DecisionSettings, PrintedTitle } from '../decision-input.js';

const surnames = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];
const given = ['Thị Hường', 'Văn Bình', 'Quốc Khánh', 'Thị Thanh Thủy', 'Đức Ngọc', 'Hữu Nghĩa'];

export const decision: PrintedTitle['decision'] = {
  id: 'd1',
  number: '5/QĐ-HKH',
  date: '2026-12-05',
  signer: 'Phạm Minh Đức',
  signerTitle: 'Chủ tịch',
  issuer: { id: 'hkh-xa-mau', name: 'Hội Khuyến học xã Mẫu' },
};

/** Families of a commune, each under a name of its own, every third of them with the higher class. */
export function sampleTitles(count: number): PrintedTitle[] {
  return Array.from({ length: count }, (_unused, index) => ({
    subjectName: `Gia đình ông/bà ${surnames[index % 8]} ${given[index % 6]} ${index + 1}`,
    model: 'family' as const,
    cycle: '2026',
    outcome: index % 3 ? 'dat' : 'tot',
    outcomeLabel: index % 3 ? { vi: 'Đạt', en: 'Reached' } : { vi: 'Tốt', en: 'Good' },
    score: { total: 80 + (index % 20) / 2, max: 100 },
    place: { name: `Thôn ${(index % 9) + 1}, xã Mẫu` },
    decision,
    validFrom: '2026-12-05',
    validUntil: '2027-12-05',
    state: 'granted' as const,
  }));
}

/** A decision of a commune's association on these titles. */
export function decisionInput(
  titles: readonly PrintedTitle[],
  settings: Partial<DecisionSettings> = {},
): DecisionInput {
  return {
    decision: {
      ...decision,
      legalBases: [
        'Quyết định số 387/QĐ-TTg ngày 25 tháng 3 năm 2022 của Thủ tướng Chính phủ;',
        'Kế hoạch khuyến học năm 2026 của xã Mẫu',
      ],
    },
    titles,
    settings: {
      parentOrganisation: 'Hội Khuyến học tỉnh Mẫu',
      place: 'Xã Mẫu',
      proposedBy: 'Ban Thường trực Hội Khuyến học xã',
      authority: 'TM. Ban Chấp hành',
      recipients: ['Như Điều 4', 'Ủy ban nhân dân xã (để báo cáo)', 'Lưu: VT'],
      ...settings,
    },
    lang: 'vi',
  };
}
