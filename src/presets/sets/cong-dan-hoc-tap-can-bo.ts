import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { learningCitizen } from '../frameworks/learning-citizen.js';

export default learningCitizen({
  id: 'cong-dan-hoc-tap-can-bo',
  subjectGroup: 'officials',
  group: {
    vi: 'cán bộ quản lý, công chức, viên chức, doanh nhân',
    en: 'managers, civil servants, public employees and entrepreneurs',
  },
  examples: {
    'ke-hoach-hoc-tap': [
      { vi: 'Kế hoạch tự học được duyệt', en: 'Approved self-study plan' },
      { vi: 'Chứng chỉ bồi dưỡng trong năm', en: "The year's training certificates" },
    ],
    'dong-vien-nguoi-khac': [
      { vi: 'Phân công hướng dẫn, kèm cặp đồng nghiệp', en: 'Assignment to coach colleagues' },
    ],
    'cong-nghe-thong-tin': [
      { vi: 'Chứng chỉ ứng dụng công nghệ thông tin', en: 'Certificate in applied information technology' },
    ],
    'ngoai-ngu': [{ vi: 'Chứng chỉ ngoại ngữ', en: 'Language certificate' }],
    'tinh-toan-cai-tien': [
      { vi: 'Quyết định công nhận sáng kiến', en: 'Decision recognising an initiative' },
    ],
    'hop-tac-chia-se': [{ vi: 'Kết quả xếp loại chất lượng cuối năm', en: "Result of the year's appraisal" }],
  },
}) satisfies CriteriaSet;
