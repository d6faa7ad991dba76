import type { LintCode } from '../../domain/lint.types.js';
import type { Message } from '../translate.js';

/** What is wrong, or odd, in a criteria set; read by whoever writes or loads one. */
export const lintVi = {
  'lint.unknown-format': 'Định dạng bộ tiêu chí “{format}” chưa được hỗ trợ nên không mở.',
  'lint.too-many-criteria': 'Bộ tiêu chí có {actual} tiêu chí, vượt giới hạn {max}.',
  'lint.too-large': 'Bộ tiêu chí quá lớn (giới hạn {max} ký tự).',
  'lint.too-deep': 'Nội dung lồng nhau quá sâu (giới hạn {max} tầng).',
  'lint.malformed': 'Chỗ này không đúng cấu trúc của bộ tiêu chí.',
  'lint.duplicate-id': 'Mã “{id}” được dùng hơn một lần.',
  'lint.empty-section': 'Có phần chưa có tiêu chí nào.',
  'lint.cycle-order': 'Năm bắt đầu {from} sau năm kết thúc {to}.',
  'lint.mode-mismatch': 'Mục này không thuộc cách đánh giá của bộ tiêu chí (chấm điểm hoặc đạt chỉ tiêu).',
  'lint.no-outcome': 'Chưa có mức xếp loại hoặc mức độ nào.',
  'lint.not-applicable-not-allowed':
    'Tiêu chí “{id}” cho phép “không áp dụng” nhưng bộ tiêu chí không quy định.',
  'lint.missing-source': 'Bộ tiêu chí ghi là đã đối chiếu nhưng chưa có số văn bản.',
  'lint.status-mismatch': 'Bộ tiêu chí ghi là đã đối chiếu nhưng “{id}” chưa được đối chiếu.',
  'lint.markup-in-text': 'Văn bản có chứa mã HTML; mã này chỉ hiện nguyên dạng chữ.',
  'lint.unsafe-url': 'Địa chỉ nguồn phải bắt đầu bằng http:// hoặc https://.',
  'lint.points-do-not-add-up': 'Tổng điểm các tiêu chí là {actual}, không khớp với {expected}.',
  'lint.number-out-of-range': 'Số {actual} nằm ngoài khoảng từ 0 đến {max}.',
  'lint.number-too-precise': 'Số {actual} có quá hai chữ số thập phân.',
  'lint.unreachable-class': 'Không thể đạt mức “{outcome}” với các tiêu chí hiện có.',
  'lint.class-order':
    'Mốc của mức “{outcome}” bị trùng, nằm ngoài thang điểm, hoặc mức này không được công nhận mà lại ở trên mức được công nhận.',
  'lint.pass-mark-over-max': 'Điểm công nhận {actual} lớn hơn điểm tối đa {max}.',
  'lint.pass-mark-without-class': 'Đạt điểm công nhận {actual} nhưng chưa thuộc mức nào được công nhận.',
  'lint.max-missing': 'Tiêu chí “{id}” chưa có điểm tối đa lớn hơn 0.',
  'lint.min-over-max': 'Điểm tối thiểu {actual} lớn hơn điểm có thể đạt {max}.',
  'lint.scale-missing': 'Mục “{id}” chưa có các mức để chọn.',
  'lint.band-order': 'Các mức tỷ lệ của “{id}” bị trùng hoặc giảm điểm khi tỷ lệ tăng.',
  'lint.option-over-max': 'Mức của “{id}” cho {actual} điểm, ngoài khoảng từ 0 đến {max}.',
  'lint.percent-out-of-range': 'Tỷ lệ {actual}% nằm ngoài khoảng từ 0 đến 100%.',
  'lint.level-order': 'Mức độ “{outcome}” trùng thứ bậc với mức độ khác.',
  'lint.level-unknown': 'Tiêu chí “{id}” nhắc đến mức độ “{outcome}” không có trong bộ tiêu chí.',
  'lint.level-without-targets': 'Mức độ “{outcome}” chưa có chỉ tiêu nào.',
  'lint.level-not-monotone':
    'Tiêu chí “{id}”: mức độ cao hơn “{outcome}” chỉ yêu cầu {actual}%, thấp hơn {expected}%.',
  'lint.target-mismatch': 'Yêu cầu của “{id}” ở mức độ “{outcome}” không hợp với cách trả lời.',
  'lint.criterion-without-target': 'Tiêu chí “{id}” không có yêu cầu ở mức độ nào.',
  'lint.unknown-fact': 'Điều kiện của “{id}” hỏi đặc điểm “{fact}” chưa được khai báo.',
  'lint.unknown-fact-option': 'Điều kiện của “{id}” hỏi giá trị “{option}” không có trong đặc điểm “{fact}”.',
  'lint.never-applies': 'Tiêu chí “{id}” không áp dụng cho bất kỳ đối tượng nào.',
  'lint.conditions-unchecked': 'Có quá nhiều tổ hợp điều kiện nên chưa kiểm tra hết.',
  'lint.overlay-base': 'Phần bổ sung dành cho phiên bản {expected}, không phải {actual}.',
  'lint.overlay-unknown': 'Không có “{id}” trong khung để bổ sung.',
  'lint.overlay-not-missing': 'Tiêu chí “{id}” đã có nguyên văn nên không được thay.',
  'lint.overlay-still-missing': 'Tiêu chí “{id}” bổ sung nhưng vẫn chưa có nguyên văn.',
  'lint.overlay-lowers':
    'Phần bổ sung hạ mức từ {expected} xuống {actual}; chỉ được giữ nguyên hoặc nâng lên.',
  'lint.overlay-eases': 'Phần bổ sung làm cho “{id}” dễ đạt hơn khung nên không được nhận.',
} satisfies Record<`lint.${LintCode}`, Message>;
