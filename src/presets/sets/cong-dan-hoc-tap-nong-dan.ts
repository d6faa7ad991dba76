import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { learningCitizen } from '../frameworks/learning-citizen.js';

export default learningCitizen({
  id: 'cong-dan-hoc-tap-nong-dan',
  subjectGroup: 'farmers',
  group: {
    vi: 'nông dân, lao động ở nông thôn, tổ dân phố',
    en: 'farmers and workers in villages and residential groups',
  },
  examples: {
    'cap-nhat-kien-thuc': [
      { vi: 'Thẻ bạn đọc, ảnh tủ sách gia đình', en: 'Reader card, picture of the family bookshelf' },
    ],
    'ke-hoach-hoc-tap': [
      {
        vi: 'Giấy xác nhận dự lớp khuyến nông, dạy nghề',
        en: 'Confirmation of a farming or vocational course',
      },
    ],
    'tham-gia-cong-dong': [
      {
        vi: 'Xác nhận của trung tâm học tập cộng đồng, chi hội',
        en: 'Confirmation by the community learning centre or the local branch',
      },
    ],
    'cong-nghe-thong-tin': [
      {
        vi: 'Ảnh chụp hồ sơ dịch vụ công trực tuyến đã nộp',
        en: 'Screenshot of an online public service used',
      },
    ],
    'tinh-toan-cai-tien': [
      {
        vi: 'Ảnh, mô tả cách làm mới trong sản xuất',
        en: 'Picture or description of a new way of producing',
      },
    ],
  },
}) satisfies CriteriaSet;
