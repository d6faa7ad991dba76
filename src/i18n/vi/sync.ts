import type { Dictionary } from '../translate.js';

/** How what was written stands with the place that it goes to: one line, and what stands in the place of the list. */
export const syncVi = {
  'sync.loading': 'Đang kiểm tra việc chờ gửi…',
  'sync.none': 'Mọi thứ được lưu ngay trên thiết bị này, không cần gửi đi.',
  'sync.forbidden': 'Đăng nhập để xem những việc chờ gửi.',
  'sync.error': 'Chưa xem được những việc chờ gửi.',
  'sync.retry': 'Thử lại',
  'sync.idle': 'Đã gửi hết',
  'sync.waiting': 'Chờ gửi {n}',
  'sync.sending': 'Đang gửi {sent}/{of}',
  'sync.offline': 'Không có mạng, chờ gửi {n}',
  'sync.offline.idle': 'Không có mạng',
  'sync.sign-in': 'Cần đăng nhập lại để gửi {n} việc',
  'sync.stuck': '{n} việc cần anh/chị xem',
  'sync.open': 'Xem những việc chờ gửi',
  'sync.close': 'Thu gọn',
  'sync.trouble':
    'Chưa tải được danh sách. Xin kiểm tra mạng rồi thử lại; những việc chờ gửi vẫn còn nguyên.',
} satisfies Dictionary;
