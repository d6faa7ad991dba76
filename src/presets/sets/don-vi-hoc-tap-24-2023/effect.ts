import type { Section } from '../../../domain/criteria-set.schema.js';

/** Criterion 3: effect of building a learning unit; figures of provincial units. */
export const effect: Section = {
  id: 'tac-dung',
  number: '3',
  title: { vi: 'Tác dụng của việc xây dựng Đơn vị học tập', en: 'Effect of building a learning unit' },
  criteria: [
    {
      id: 'thanh-vien-cong-dan-hoc-tap',
      number: '3.1',
      title: {
        vi: 'Tỷ lệ thành viên của đơn vị đạt danh hiệu Công dân học tập',
        en: 'Share of members who hold the title Learning Citizen',
      },
      guidance: {
        vi: 'Số liệu của năm đánh giá, tính từ ngày 01/01 đến ngày 31/12.',
        en: 'Figures of the year assessed, 1 January to 31 December.',
      },
      provenance: 'sourced',
      sourceNote: {
        vi: 'Tỷ lệ 90 % là của đơn vị cấp tỉnh ở mức độ 1; tỷ lệ của cấp huyện chưa có.',
        en: 'The 90 % is that of provincial units for level 1; the district figure is not at hand.',
      },
      input: 'percent',
      numeratorLabel: { vi: 'Số thành viên đạt Công dân học tập', en: 'Members who are learning citizens' },
      denominatorLabel: { vi: 'Tổng số thành viên của đơn vị', en: 'All members of the unit' },
      levels: { 'muc-1': { require: 'percent', atLeast: 90 } },
      evidence: {
        required: 'when-met',
        examples: [
          {
            vi: 'Danh sách hoặc quyết định công nhận Công dân học tập của năm',
            en: "List or decision recognising the year's learning citizens",
          },
        ],
      },
    },
    {
      id: 'nguoi-hoc-cong-dan-hoc-tap',
      number: '3.1a',
      title: {
        vi: 'Tỷ lệ người học đạt danh hiệu Công dân học tập',
        en: 'Share of learners who hold the title Learning Citizen',
      },
      provenance: 'sourced',
      sourceNote: {
        vi: 'Trong Thông tư là một phần của chỉ tiêu 3.1, dành cho cơ sở giáo dục được công nhận ở cấp tỉnh; tách riêng vì mẫu số khác.',
        en: 'Part of target 3.1 in the Circular, for educational establishments recognised at provincial level; set apart because it counts other people.',
      },
      input: 'percent',
      numeratorLabel: { vi: 'Số người học đạt Công dân học tập', en: 'Learners who are learning citizens' },
      denominatorLabel: { vi: 'Tổng số người học', en: 'All learners' },
      levels: { 'muc-1': { require: 'percent', atLeast: 95 } },
      appliesIf: {
        fact: 'unit-kind',
        in: ['high-school', 'continuing-education', 'vocational', 'university'],
      },
      evidence: {
        required: 'when-met',
        examples: [
          {
            vi: 'Bảng tổng hợp theo lớp (không cần họ tên người học)',
            en: 'Summary by class (names of learners are not needed)',
          },
        ],
      },
    },
    {
      id: 'moi-truong-hoc-tap',
      number: '3.2',
      title: {
        vi: 'Có hoạt động tạo môi trường học tập và chia sẻ kiến thức với các đơn vị khác',
        en: 'Activities that create a learning environment and share knowledge with other units',
      },
      provenance: 'sourced',
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      evidence: {
        examples: [
          {
            vi: 'Kế hoạch, biên bản trao đổi, sinh hoạt chuyên đề với đơn vị bạn',
            en: 'Plan or minutes of exchanges with other units',
          },
        ],
      },
    },
    {
      id: 'danh-hieu-thi-dua',
      number: '3.3',
      title: {
        vi: 'Đạt danh hiệu “Tập thể lao động tiên tiến” trở lên',
        en: 'Holds the emulation title “Tập thể lao động tiên tiến” (advanced labour collective) or higher',
      },
      provenance: 'sourced',
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      evidence: {
        required: 'when-met',
        examples: [
          { vi: 'Quyết định công nhận danh hiệu thi đua', en: 'Decision granting the emulation title' },
        ],
      },
    },
    {
      id: 'chuyen-doi-so-pho-thong',
      number: '3.4',
      title: {
        vi: 'Chuyển đổi số của trường trung học phổ thông, trung tâm giáo dục thường xuyên đạt “mức đáp ứng cơ bản”',
        en: 'High school or continuing education centre: digital transformation reaches the “basic response” level',
      },
      provenance: 'sourced',
      sourceNote: {
        vi: 'Nguồn đã đọc dẫn Quyết định 4740/QĐ-BGDĐT ngày 30/12/2022; một nguồn khác dẫn số 4725 năm 2022 cho cùng chỉ tiêu. Cần đối chiếu.',
        en: 'The source read cites Decision 4740/QĐ-BGDĐT of 30 December 2022; another one cites number 4725 of 2022 for the same target. To be checked.',
      },
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      appliesIf: { fact: 'unit-kind', in: ['high-school', 'continuing-education'] },
      evidence: {
        required: 'when-met',
        examples: [
          {
            vi: 'Kết quả đánh giá mức độ chuyển đổi số',
            en: 'Result of the digital transformation assessment',
          },
        ],
      },
    },
    {
      id: 'chuyen-doi-so-dai-hoc',
      number: '3.5',
      title: {
        vi: 'Chuyển đổi số của cơ sở giáo dục đại học đạt “mức đáp ứng cơ bản” theo Quyết định 4740/QĐ-BGDĐT',
        en: 'Higher education: digital transformation reaches the “basic response” level of Decision 4740/QĐ-BGDĐT',
      },
      provenance: 'sourced',
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      appliesIf: { fact: 'unit-kind', in: ['university'] },
      evidence: {
        required: 'when-met',
        examples: [
          {
            vi: 'Kết quả đánh giá mức độ chuyển đổi số',
            en: 'Result of the digital transformation assessment',
          },
        ],
      },
    },
    {
      id: 'kiem-dinh-nghe-nghiep',
      number: '3.6',
      title: {
        vi: 'Cơ sở giáo dục nghề nghiệp đạt kiểm định chất lượng giáo dục nghề nghiệp theo quy định hiện hành',
        en: 'Vocational education establishment: quality accreditation under the rules in force',
      },
      provenance: 'sourced',
      input: 'yesno',
      levels: { 'muc-1': { require: 'yes' } },
      appliesIf: { fact: 'unit-kind', in: ['vocational'] },
      evidence: {
        required: 'when-met',
        examples: [
          { vi: 'Giấy chứng nhận kiểm định chất lượng', en: 'Certificate of quality accreditation' },
        ],
      },
    },
    {
      id: 'tieu-chi-3-cap-huyen',
      title: {
        vi: 'Chỉ tiêu riêng của tiêu chí 3 cho trường mầm non, tiểu học, trung học cơ sở (chưa có nguyên văn)',
        en: 'Targets of criterion 3 for kindergartens, primary and lower secondary schools (wording not at hand)',
      },
      provenance: 'missing',
      sourceNote: {
        vi: 'Thuộc phần quy định cho đơn vị cấp huyện trước ngày 01/7/2025.',
        en: 'In the part for units of districts, which existed until 1 July 2025.',
      },
      input: 'yesno',
      appliesIf: { fact: 'unit-kind', in: ['kindergarten', 'primary-lower-secondary'] },
    },
    {
      id: 'tieu-chi-3-muc-2',
      title: {
        vi: 'Các chỉ tiêu của tiêu chí 3 ở mức độ 2 (chưa có nguyên văn)',
        en: 'Targets of criterion 3 for level 2 (wording not at hand)',
      },
      provenance: 'missing',
      sourceNote: {
        vi: 'Thuộc Điều 13 Thông tư. Một bài giới thiệu nêu 95 % thành viên và 97 % người học đạt Công dân học tập; các chỉ tiêu khác chưa đủ nguyên văn nên chưa đưa vào để chấm.',
        en: 'Article 13 of the Circular. A published introduction gives 95 % of members and 97 % of learners as learning citizens; the other targets are not at hand in full, so none of them is assessed yet.',
      },
      input: 'yesno',
      levels: { 'muc-2': { require: 'yes' } },
    },
  ],
};
