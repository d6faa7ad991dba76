import type { Dictionary } from '../translate.js';

/** States of a gauge that is read from a back end. */
export const targetMoreVi = {
  'target.kept': 'Chưa lấy được số liệu mới. Đây là số liệu đọc lúc {time}.',
  'target.empty': 'Chưa chọn chỉ tiêu',
  'target.empty.hint': 'Trang này chưa nêu chỉ tiêu và địa bàn cần hiển thị.',
  'target.nothing': 'Chưa có chỉ tiêu',
  'target.nothing.hint': 'Địa bàn này chưa có chỉ tiêu và cũng chưa có số liệu.',
  'target.not-found': 'Không tìm thấy chỉ tiêu hoặc địa bàn này',
  'target.not-found.hint': 'Có thể mã đã ghi sai, hoặc danh mục địa bàn chưa được nhập.',
  'target.forbidden': 'Không có quyền xem chỉ tiêu này',
  'target.forbidden.hint': 'Hệ thống ở đây không cho xem công khai. Xin đăng nhập hoặc hỏi người quản trị.',
  'target.offline': 'Chưa có kết nối mạng',
  'target.offline.hint':
    'Trên thiết bị này chưa có số liệu đã đọc trước đó. Số liệu sẽ tự hiện khi có mạng trở lại.',
  'target.retry': 'Thử lại',
  'target.error': 'Chưa đọc được số liệu',
  'target.error.hint': 'Máy chủ chưa trả lời được. Xin thử lại sau ít phút.',
  'target.open.province': 'Xem {n} tỉnh, thành phố',
  'target.open.district': 'Xem {n} huyện, quận',
  'target.open.commune': 'Xem {n} xã, phường, đặc khu',
  'target.open.hamlet': 'Xem {n} thôn, tổ dân phố',
} satisfies Dictionary;
