import type { Dictionary } from '../translate.js';

/** Choosing evidence from the courses and badges that a learning platform records of the person. */
export const formAchievementVi = {
  'achievement.title': 'Khóa học và huy hiệu của bạn',
  'achievement.hint':
    'Chọn những mục dùng làm minh chứng cho tiêu chí này. Chỉ những mục được chọn mới đưa vào bản tự đánh giá.',
  'achievement.year': 'Trong năm {year}',
  'achievement.others': 'Năm khác',
  'achievement.there': 'Đã có trong minh chứng',
  'achievement.none':
    'Hệ thống này chưa ghi nhận khóa học nào bạn đã hoàn thành hoặc huy hiệu nào bạn được cấp.',
  'achievement.loading': 'Đang lấy danh sách…',
  'achievement.retry': 'Thử lại',
  'achievement.counted.course':
    'Số khóa học hoàn thành trong năm {year} đã chọn: {n}. Theo bộ tiêu chí, điểm gợi ý là {points}.',
  'achievement.counted.badge':
    'Số huy hiệu được cấp trong năm {year} đã chọn: {n}. Theo bộ tiêu chí, điểm gợi ý là {points}.',
  'achievement.fill': 'Điền {points} điểm vào tiêu chí này',
  'achievement.typed': 'Tiêu chí này đã có câu trả lời; câu trả lời đó được giữ nguyên.',
  'achievement.cancel': 'Hủy',
  'achievement.take': 'Đưa vào minh chứng ({n})',
} satisfies Dictionary;
