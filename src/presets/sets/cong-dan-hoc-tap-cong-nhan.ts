import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import { learningCitizen } from '../frameworks/learning-citizen.js';

export default learningCitizen({
  id: 'cong-dan-hoc-tap-cong-nhan',
  subjectGroup: 'workers',
  group: {
    vi: 'công nhân, thợ thủ công, lao động tự do',
    en: 'workers, craftspeople and the self-employed',
  },
  examples: {
    'ke-hoach-hoc-tap': [
      {
        vi: 'Chứng chỉ nâng bậc thợ, an toàn lao động',
        en: 'Certificate of a skill grade or of labour safety',
      },
    ],
    'tham-gia-cong-dong': [
      { vi: 'Xác nhận của công đoàn, tổ dân phố', en: 'Confirmation by the union or the residential group' },
    ],
    'cong-nghe-thong-tin': [{ vi: 'Chứng nhận khóa học trực tuyến', en: 'Certificate of an online course' }],
    'tinh-toan-cai-tien': [
      { vi: 'Giấy công nhận sáng kiến, cải tiến kỹ thuật', en: 'Recognition of an improvement at work' },
    ],
  },
}) satisfies CriteriaSet;
