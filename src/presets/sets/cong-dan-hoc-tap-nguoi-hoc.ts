import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { learningCitizen } from '../frameworks/learning-citizen.js';

export default learningCitizen({
  id: 'cong-dan-hoc-tap-nguoi-hoc',
  subjectGroup: 'learners',
  group: { vi: 'người học (học sinh, sinh viên, học viên)', en: 'learners (pupils, students, trainees)' },
  groupNote: {
    vi: 'Nhóm người học là suy ra: Thông tư 24/2023/TT-BGDĐT có tính tỷ lệ người học đạt danh hiệu này.',
    en: 'The group of learners is inferred: Circular 24/2023/TT-BGDĐT counts learners who hold the title.',
  },
  examples: {
    'ke-hoach-hoc-tap': [
      { vi: 'Thời gian biểu, kế hoạch học tập cá nhân', en: 'Timetable or personal study plan' },
    ],
    'tham-gia-cong-dong': [
      {
        vi: 'Xác nhận tham gia câu lạc bộ, hoạt động của Đoàn, Đội',
        en: 'Confirmation of club or youth activities',
      },
    ],
    'cong-nghe-thong-tin': [
      { vi: 'Bài thực hành, sản phẩm số đã làm', en: 'Exercise or digital product made by the learner' },
    ],
    'ngoai-ngu': [
      { vi: 'Chứng nhận, kết quả môn ngoại ngữ', en: 'Certificate or result in a foreign language' },
    ],
  },
}) satisfies CriteriaSet;
