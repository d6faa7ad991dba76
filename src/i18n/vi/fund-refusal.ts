import type { Dictionary } from '../translate.js';

/** Why the rules of a fund refused something. */
export const fundRefusalVi = {
  'rejection.invalid.future': 'Ngày chứng từ không được sau hôm nay.',
  'rejection.invalid.opened': 'Ngày trước khi mở sổ.',
  'rejection.invalid.original': 'Ngày điều chỉnh không được trước ngày của khoản được điều chỉnh.',
  'rejection.invalid.category': 'Khoản mục không có hoặc không dùng cho loại khoản này.',
  'rejection.invalid.amount': 'Số tiền không hợp lệ hoặc vượt mức ghi được.',
  'rejection.invalid.transfer': 'Không thể chuyển cho chính quỹ này.',
  'rejection.invalid.running': 'Năm chưa kết thúc nên chưa khoá sổ được.',
  'rejection.invalid.ledger':
    'Sổ trên máy có chỗ không khớp mã niêm phong nên không ghi thêm. Đề nghị báo cho người quản trị; những gì đã nhập vẫn được giữ.',
  'rejection.closed.date': 'Năm của chứng từ đã khoá sổ. Đề nghị ghi vào năm đang mở.',
  'rejection.closed.plan': 'Năm đã khoá sổ thì dự toán của năm đó không sửa được nữa.',
  'rejection.closed.round':
    'Đợt trao này đã kết thúc nên không ghi, sửa hay chi thêm ở đây được. Nếu đang nhập dở thì những gì đã nhập vẫn còn; có thể chép sang đợt khác đang mở.',
  'rejection.already-exists.voucher': 'Số phiếu này đã dùng.',
  'rejection.already-exists.reversal': 'Khoản này đã được điều chỉnh rồi.',
  'rejection.already-exists.year': 'Năm này đã khoá sổ.',
  'rejection.insufficient.cash':
    'Tiền mặt không đủ nên khoản này chưa được ghi. Nếu còn khoản thu hoặc lần rút tiền gửi chưa vào sổ, đề nghị ghi trước rồi gửi lại.',
  'rejection.insufficient.bank':
    'Tiền gửi ngân hàng không đủ nên khoản này chưa được ghi. Nếu còn khoản thu hoặc lần nộp tiền mặt chưa vào sổ, đề nghị ghi trước rồi gửi lại.',
  'rejection.insufficient.kind':
    'Hiện vật còn lại không đủ nên khoản này chưa được ghi. Nếu còn hiện vật đã nhận chưa vào sổ, đề nghị ghi nhận trước rồi gửi lại.',
  'rejection.wrong-state.reversal': 'Không điều chỉnh một khoản điều chỉnh. Đề nghị ghi lại như khoản mới.',
  'rejection.wrong-state.waiting': 'Còn khoản chờ duyệt. Đề nghị duyệt hoặc không duyệt trước.',
  'rejection.wrong-state.year': 'Phải khoá sổ lần lượt từng năm.',
  'rejection.wrong-state.pending':
    'Người khác đã quyết định khoản này rồi. Kết quả ở mục “Chờ duyệt”, phần “Đã quyết định”.',
  'rejection.wrong-state.paid': 'Người nhận này đã được trao hoặc đang chờ duyệt.',
  'rejection.wrong-state.awards':
    'Có người đã được trao hoặc đang chờ duyệt, nên chưa chi gì. Danh sách đã theo tình trạng mới; xin xem lại rồi chi cho những người còn lại.',
  'rejection.wrong-state.sum':
    'Mức của người nhận vừa được sửa nên tổng số tiền đã khác, và chưa chi gì. Xin xem lại số tiền mới rồi chi.',
  'rejection.invalid.date': 'Ngày này không có trong lịch.',
  'rejection.invalid.to': 'Chỉ chuyển được giữa tiền mặt và tiền gửi ngân hàng.',
  'rejection.invalid.voucher': 'Số phiếu không hợp lệ hoặc đã dùng hết số của năm.',
  'rejection.invalid.level': 'Mức này không có trong đợt trao hoặc không được ghi công khai.',
  'rejection.invalid.levels': 'Không bỏ được mức đã có trong đợt trao.',
  'rejection.invalid.awards': 'Danh sách có người được ghi hai lần.',
  'rejection.invalid.consent': 'Cần chọn ghi nhận hoặc rút lại sự đồng ý.',
  'rejection.invalid.categories': 'Không bỏ hoặc đổi loại được khoản mục đã có; có thể đánh dấu ngừng dùng.',
  'rejection.invalid.twice': 'Có mã được dùng hai lần.',
  'rejection.invalid.plan': 'Dự toán có khoản mục không thuộc quỹ này.',
  'rejection.invalid.goal': 'Ngày của mục tiêu không có trong lịch.',
  'rejection.invalid.parent': 'Quỹ không thể gộp vào chính mình, dù qua quỹ khác.',
  'rejection.invalid.record': 'Mã của quỹ quá dài hoặc không hợp lệ.',
  'rejection.invalid.expected': 'Lần gửi này không phải cho một khoản mới. Xin tải lại trang rồi nhập lại.',
  'rejection.not-found.fund': 'Không tìm thấy quỹ này. Xin tải lại trang.',
  'rejection.not-found.entry': 'Không tìm thấy khoản này. Xin tải lại sổ.',
  'rejection.not-found.pending': 'Không tìm thấy khoản chờ duyệt này. Xin tải lại danh sách.',
  'rejection.not-found.round': 'Không tìm thấy đợt trao này trong quỹ.',
  'rejection.not-found.award': 'Không tìm thấy người nhận này. Xin tải lại danh sách.',
  'rejection.not-found.to': 'Không tìm thấy quỹ nhận tiền.',
  'rejection.already-exists.fund': 'Mã quỹ này đã được dùng.',
  'rejection.already-exists.record': 'Khoản này đã được gửi và đang chờ duyệt.',
  'rejection.already-exists.round': 'Đợt trao này đã có.',
  'rejection.already-exists.awards': 'Danh sách có người đã được ghi trước đó.',
  'rejection.wrong-state.erased': 'Phần này đã được xoá trước đó.',
  'rejection.wrong-state.party': 'Khoản này không ghi hoặc không còn ghi tên người nộp, người nhận.',
  'rejection.wrong-state.removed': 'Thông tin của người nhận này đã được xoá.',
  'rejection.wrong-state.consent': 'Không có sự đồng ý nào của người này để rút lại.',
} satisfies Dictionary;
