import type { ReasonCode } from '../../domain/score.types.js';
import type { Message } from '../translate.js';

/**
 * Why a criterion got its points, and why the whole comes to its result; one sentence per reason code of the score.
 * What is not asked at all says so on paper only.
 */
export const reasonVi = {
  'reason.points-typed': 'Tự chấm {points} trên tối đa {max} điểm.',
  'reason.points-option': 'Mức đã chọn được {points} trên tối đa {max} điểm.',
  'reason.points-yes': 'Đạt, được {points} trên tối đa {max} điểm.',
  'reason.points-no': 'Chưa đạt, được 0 trên tối đa {max} điểm.',
  'reason.points-band': 'Tỷ lệ {percent}% thuộc mức từ {atLeast}%, được {points} trên tối đa {max} điểm.',
  'reason.points-no-band': 'Tỷ lệ {percent}% chưa tới mức thấp nhất, được 0 trên tối đa {max} điểm.',
  'reason.points-below-min': 'Được {points} điểm, dưới mức tối thiểu {min} điểm.',
  'reason.target-yes': 'Đạt chỉ tiêu.',
  'reason.target-no': 'Chưa đạt chỉ tiêu.',
  'reason.target-percent-met':
    '{outcome}: đạt, {numerator}/{denominator} = {percent}% (yêu cầu từ {atLeast}%).',
  'reason.target-percent-unmet':
    '{outcome}: chưa đạt, {numerator}/{denominator} = {percent}% (yêu cầu từ {atLeast}%).',
  'reason.unanswered': 'Chưa trả lời.',
  'reason.not-applicable': 'Không áp dụng, đã nêu lý do.',
  'reason.not-applicable-needs-reason': 'Cần nêu lý do không áp dụng.',
  'reason.not-applicable-not-allowed': 'Bộ tiêu chí không cho phép bỏ qua mục này.',
  'reason.number-unreadable': 'Không đọc được số này; cần nhập bằng chữ số, ví dụ 7,5 hoặc 1.234.',
  'reason.number-negative': 'Số không được âm.',
  'reason.number-not-whole': 'Số lượng phải là số nguyên, ví dụ 45 hoặc 1.234.',
  'reason.number-too-precise': 'Điểm mục này chỉ chấm lẻ đến {step} điểm.',
  'reason.number-over-max': 'Số này vượt mức tối đa {max}.',
  'reason.denominator-zero': 'Tổng số phải lớn hơn 0.',
  'reason.percent-over-100': 'Số đạt ({numerator}) lớn hơn tổng số ({denominator}).',
  'reason.half-percent': 'Cần nhập cả số đạt và tổng số.',
  'reason.option-unknown': 'Mức đã chọn không có trong bộ tiêu chí; cần chọn lại.',
  'reason.evidence-missing': 'Cần có minh chứng.',
  'reason.total-class': 'Tổng {total} trên {max} điểm: {outcome} (từ {min} điểm).',
  'reason.total-no-class': 'Tổng {total} trên {max} điểm, chưa đạt mức nào.',
  'reason.pass-mark-missed': 'Còn thiếu {missing} điểm so với mức công nhận {passMark} điểm.',
  'reason.min-per-item-missed': 'Có {n} mục dưới điểm tối thiểu: {items}.',
  'reason.level-reached': 'Đạt {outcome}: đạt mọi chỉ tiêu đang được xét.',
  'reason.level-missed': 'Chưa đạt {outcome}: còn {n} chỉ tiêu chưa đạt.',
  'reason.next-outcome': 'Cần thêm {missing} điểm để có kết quả: {outcome}.',
  'reason.next-outcome.targets': 'Để đạt {outcome} cần đạt thêm {missing} chỉ tiêu: {items}.',
  'reason.reweighted':
    'Được {earned} trên {applicable} điểm của các mục áp dụng, quy về thang {max} thành {total} điểm.',
  'reason.nothing-applicable': 'Không có mục nào áp dụng nên chưa có kết quả.',
  'reason.gaps-open': 'Có {n} mục chưa có nguyên văn nên kết quả chỉ là tạm tính.',
} satisfies Record<`reason.${Exclude<ReasonCode, 'excluded' | 'gap'>}`, Message> & Record<string, Message>;
