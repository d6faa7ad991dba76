import type { Dictionary } from '../translate.js';

/** The study-promotion fund: what every view of it needs. */
export const fundVi = {
  'fund.loading': 'Đang tải sổ quỹ…',
  'fund.retry': 'Thử lại',
  'fund.empty': 'Chưa có quỹ nào để hiển thị',
  'fund.empty.hint': 'Trang này chưa chọn quỹ khuyến học cần xem. Đề nghị báo cho người quản trị trang.',
  'fund.not-found': 'Không tìm thấy quỹ này',
  'fund.not-found.hint':
    'Quỹ không có, hoặc chưa được công khai. Có thể xem ở bảng tin của xã hoặc hỏi Hội Khuyến học nơi quản lý quỹ.',
  'fund.forbidden': 'Không có quyền xem phần này',
  'fund.forbidden.hint':
    'Phần này dành cho thủ quỹ và ban kiểm tra của quỹ. Đề nghị đăng nhập bằng tài khoản được giao, hoặc xem phần công khai.',
  'fund.offline': 'Chưa có kết nối mạng',
  'fund.offline.hint': 'Sổ quỹ cần có mạng để tải; trang sẽ tự tải lại khi có mạng trở lại.',
  'fund.unsupported': 'Ở đây không lưu sổ quỹ',
  'fund.unsupported.hint':
    'Trang này chưa nối với máy chủ giữ sổ quỹ khuyến học. Đề nghị báo cho người quản trị trang.',
  'fund.damaged': 'Một phần sổ quỹ không đọc được',
  'fund.damaged.hint':
    'Dữ liệu của sổ không còn nguyên vẹn nên chưa hiện được. Không có gì bị xoá hay ghi đè; đề nghị báo cho người quản trị để kiểm tra và khôi phục từ bản sao lưu.',
  'fund.damaged.at':
    'Dữ liệu của sổ không còn nguyên vẹn ở đoạn bắt đầu từ khoản số {no} nên chưa hiện được. Không có gì bị xoá hay ghi đè, các khoản trước đó vẫn còn; đề nghị chép lại số khoản và báo cho người quản trị để kiểm tra và khôi phục từ bản sao lưu.',
  'fund.error': 'Chưa tải được sổ quỹ',
  'fund.error.hint':
    'Máy chủ chưa trả lời được. Xin thử lại sau ít phút; nếu vẫn chưa được, đề nghị báo cho người quản trị.',
} satisfies Dictionary;
