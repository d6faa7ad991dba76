import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { bases } from '../bases.js';
import { conditions } from './don-vi-hoc-tap-24-2023/conditions.js';
import { effect } from './don-vi-hoc-tap-24-2023/effect.js';
import { facts } from './don-vi-hoc-tap-24-2023/facts.js';
import { results } from './don-vi-hoc-tap-24-2023/results.js';

/** Current set for units of provincial (formerly also district) level. Level 2 stays out of reach: its targets are not all at hand. */
export default {
  format: 1,
  id: 'don-vi-hoc-tap-24-2023',
  version: '1.0.0',
  model: 'unit',
  title: {
    vi: 'Đơn vị học tập cấp tỉnh, cấp huyện (Thông tư 24/2023)',
    en: 'Learning unit of provincial or district level (Circular 24/2023)',
  },
  status: 'partial',
  source: {
    name: {
      vi: 'Thông tư số 24/2023/TT-BGDĐT về đánh giá, công nhận “Đơn vị học tập” cấp huyện, cấp tỉnh',
      en: 'Circular 24/2023/TT-BGDĐT on assessing and recognising “Learning Units” of districts and provinces',
    },
    number: '24/2023/TT-BGDĐT',
    date: '2023-12-11',
    issuer: { vi: 'Bộ trưởng Bộ Giáo dục và Đào tạo', en: 'Minister of Education and Training' },
    url: 'https://lawnet.vn/thong-tin-phap-luat/en/thong-bao-van-ban-moi/criteria-for-evaluating-and-recognizing-learning-units-at-the-provincial-level-in-vietnam-133255.html',
    note: {
      vi: 'Nội dung viết lại theo các bài giới thiệu Thông tư, chưa đối chiếu toàn văn. Chưa có nguyên văn: một phần tiêu chí 2, tiêu chí 3 của cấp huyện và phần lớn chỉ tiêu mức độ 2, vì vậy chưa thể kết luận mức độ 2. Thủ tục 2.002594: hồ sơ gửi trước ngày 15/01, quyết định trước ngày 15/02 của năm sau, giải quyết trong 45 ngày làm việc. Thời hạn công nhận 36 tháng lấy tương tự Thông tư 25/2023/TT-BGDĐT, chưa đối chiếu. Cơ quan công nhận sau khi bỏ cấp huyện (01/7/2025): chưa tìm được quy định.',
      en: 'Reworded from published introductions of the Circular, not compared with its full text. Not at hand: part of criterion 2, criterion 3 for districts and most targets of level 2, so that level 2 cannot be concluded. Procedure 2.002594: file before 15 January, decision before 15 February of the next year, 45 working days. The validity of 36 months is taken by analogy with Circular 25/2023/TT-BGDĐT, unverified. Who recognises since districts were abolished (1 July 2025): no rule found.',
    },
  },
  cycles: { from: '2024' },
  period: { from: '01-01', to: '12-31' },
  deadlines: [
    {
      id: 'dossier',
      label: { vi: 'Gửi hồ sơ đề nghị công nhận', en: 'File the request for recognition' },
      monthDay: '01-15',
      yearOffset: 1,
      before: true,
    },
    {
      id: 'decision',
      label: { vi: 'Có quyết định công nhận', en: 'Decision on recognition' },
      monthDay: '02-15',
      yearOffset: 1,
      before: true,
    },
  ],
  recognition: { months: 36 },
  bases: [
    bases.educationLaw,
    bases.decision1373,
    bases.decision387,
    bases.decision677,
    bases.decision1315,
    bases.circular24,
  ],
  facts,
  scoring: {
    mode: 'checklist',
    levels: [
      { id: 'muc-1', label: { vi: 'Mức độ 1', en: 'Level 1' }, rank: 1 },
      { id: 'muc-2', label: { vi: 'Mức độ 2', en: 'Level 2' }, rank: 2 },
    ],
  },
  sections: [conditions, results, effect],
} satisfies CriteriaSet;
