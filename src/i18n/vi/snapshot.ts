import type { Dictionary } from '../translate.js';

/** Pictures and pages for portals that run no script. */
export const snapshotVi = {
  'snapshot.problem': 'Chưa xem được nội dung này',
  'snapshot.not-found':
    'Không tìm thấy nội dung này: địa chỉ có thể chưa đúng, hoặc nội dung không có hay chưa được công khai.',
  'snapshot.rate-limited': 'Có quá nhiều lượt xem từ cùng một nơi. Xin thử lại sau {seconds} giây.',
  'snapshot.error': 'Máy chủ chưa trả lời được. Xin thử lại sau ít phút.',
  'snapshot.fund.title': '{fund} – công khai thu, chi',
  'snapshot.fund.periods': 'Chọn thời gian',
  'snapshot.fund.other-language': 'English',
  'snapshot.fund.differs': 'Số cộng lại khác số dư mà quỹ công bố ({said}). Đề nghị hỏi người quản lý quỹ.',
  'snapshot.fund.by-year': 'Thu, chi theo năm',
  'snapshot.fund.year': 'Năm',
  'snapshot.fund.unit': 'Đơn vị: đồng.',
  'snapshot.fund.donors.more': 'Và {n} người, đơn vị khác đã đồng ý nêu tên.',
  'snapshot.fund.unnamed': 'Người ủng hộ không nêu tên ({n} lượt)',
  'snapshot.fund.last': 'Các khoản ghi sổ gần nhất',
  'snapshot.fund.hash.opening': 'Mã niêm phong lúc mở sổ',
  'snapshot.fund.hash.hint':
    'Mã tính từ nội dung của tất cả các khoản: sửa, bỏ hay chèn một khoản thì mã đổi khác. Ghi lại mã này để sau này đối chiếu.',
  'snapshot.fund.updated':
    'Số liệu của sổ đến {time}. Bản này không tự đổi khi đang mở; xin tải lại để xem số mới.',
} satisfies Dictionary;
