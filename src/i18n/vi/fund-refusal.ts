import type { Dictionary } from '../translate.js';

/** Why the rules of a fund refused something. */
export const fundRefusalVi = {
  'rejection.invalid.future': 'Ngày chứng từ không được sau hôm nay.',
  'rejection.invalid.opened': 'Ngày trước khi mở sổ.',
  'rejection.invalid.original': 'Ngày ghi đảo không được trước ngày của bút toán gốc.',
  'rejection.invalid.category': 'Khoản mục không có hoặc không dùng cho loại khoản này.',
  'rejection.invalid.amount': 'Số tiền không hợp lệ hoặc vượt mức ghi được.',
  'rejection.invalid.transfer': 'Không thể chuyển cho chính quỹ này.',
  'rejection.invalid.running': 'Năm chưa kết thúc nên chưa khoá sổ được.',
  'rejection.invalid.ledger':
    'Sổ trên máy có chỗ không khớp mã kiểm tra nên không ghi thêm. Đề nghị báo cho người quản trị; những gì đã nhập vẫn được giữ.',
  'rejection.closed.date': 'Năm của chứng từ đã khoá sổ. Đề nghị ghi vào năm đang mở.',
  'rejection.closed.round': 'Đợt trao này đã kết thúc.',
  'rejection.already-exists.voucher': 'Số phiếu này đã dùng.',
  'rejection.already-exists.reversal': 'Bút toán này đã bị đảo rồi.',
  'rejection.already-exists.year': 'Năm này đã khoá sổ.',
  'rejection.insufficient.cash': 'Tiền mặt không đủ, khoản này chưa được ghi.',
  'rejection.insufficient.bank': 'Tiền gửi ngân hàng không đủ, khoản này chưa được ghi.',
  'rejection.insufficient.kind': 'Hiện vật còn lại không đủ, khoản này chưa được ghi.',
  'rejection.wrong-state.reversal': 'Không đảo một bút toán đảo. Đề nghị ghi lại khoản đó như khoản mới.',
  'rejection.wrong-state.waiting': 'Còn khoản chờ duyệt. Đề nghị duyệt hoặc từ chối trước.',
  'rejection.wrong-state.year': 'Phải khoá sổ lần lượt từng năm.',
  'rejection.wrong-state.pending': 'Khoản này đã được quyết định rồi.',
  'rejection.wrong-state.paid': 'Người nhận này đã được trao hoặc đang chờ duyệt.',
  'rejection.wrong-state.awards': 'Có người đã được trao hoặc đang chờ duyệt. Xin tải lại danh sách.',
} satisfies Dictionary;
