import type { Dictionary } from '../translate.js';

/** Acts on many subjects of the register, and the list of those that are proposed. */
export const registerActVi = {
  'register.act.title.register': 'Đăng ký năm {year}',
  'register.act.title.submit': 'Nộp bản tự đánh giá',
  'register.act.title.verify': 'Xác nhận kết quả',
  'register.act.fit': { one: '{n} đối tượng sẽ được gửi.', other: '{n} đối tượng sẽ được gửi.' },
  'register.act.unfit.register': {
    one: '{n} đối tượng đã đăng ký năm này hoặc chưa có bộ tiêu chí phù hợp, không gửi.',
    other: '{n} đối tượng đã đăng ký năm này hoặc chưa có bộ tiêu chí phù hợp, không gửi.',
  },
  'register.act.unfit.submit': {
    one: '{n} đối tượng không có bản tự đánh giá đang làm, không gửi.',
    other: '{n} đối tượng không có bản tự đánh giá đang làm, không gửi.',
  },
  'register.act.unfit.verify': {
    one: '{n} đối tượng không ở bước chờ thẩm định, không gửi.',
    other: '{n} đối tượng không ở bước chờ thẩm định, không gửi.',
  },
  'register.act.hint.register': 'Bộ tiêu chí của một năm đổi được cho đến khi bắt đầu tự đánh giá.',
  'register.act.hint.submit': 'Bản còn thiếu câu trả lời hoặc minh chứng sẽ không nộp được và được nêu tên.',
  'register.act.hint.verify':
    'Chỉ xác nhận các bản đã xem và đồng ý với kết quả tự đánh giá. Bản của chính mình không xác nhận được.',
  'register.act.set': 'Bộ tiêu chí cho {model}',
  'register.act.set.none': 'Chưa có bộ tiêu chí cho {model} năm {year}.',
  'register.act.set.sample': '{title} (mẫu, chưa đối chiếu văn bản)',
  'register.act.go': { one: 'Gửi {n} đối tượng', other: 'Gửi {n} đối tượng' },
  'register.act.most': 'Mỗi lần gửi nhiều nhất {most} đối tượng. Xin chọn ít hơn.',
  'register.act.cancel': 'Để sau',
  'register.act.waits.register': {
    one: 'Sẽ đăng ký {n} đối tượng cho năm {year}.',
    other: 'Sẽ đăng ký {n} đối tượng cho năm {year}.',
  },
  'register.act.waits.submit': {
    one: 'Sẽ nộp {n} bản tự đánh giá năm {year}.',
    other: 'Sẽ nộp {n} bản tự đánh giá năm {year}.',
  },
  'register.act.waits.verify': {
    one: 'Sẽ xác nhận {n} bản tự đánh giá năm {year}.',
    other: 'Sẽ xác nhận {n} bản tự đánh giá năm {year}.',
  },
  'register.act.seconds': 'Tự gửi sau {n} giây',
  'register.act.undo': 'Hoàn tác',
  'register.act.now': 'Gửi ngay',
  'register.act.sending': 'Đang gửi: {told}/{all}',
  'register.act.progress': 'Tiến độ gửi',
  'register.act.stuck': 'Chưa gửi được {n} đối tượng; nội dung vẫn được giữ trên thiết bị này.',
  'register.act.retry': 'Gửi lại',
  'register.act.undone': 'Đã hoàn tác, chưa gửi gì.',
  'register.act.done.register': { one: 'Đã đăng ký {n} đối tượng.', other: 'Đã đăng ký {n} đối tượng.' },
  'register.act.done.submit': { one: 'Đã nộp {n} bản.', other: 'Đã nộp {n} bản.' },
  'register.act.done.verify': { one: 'Đã xác nhận {n} bản.', other: 'Đã xác nhận {n} bản.' },
  'register.act.failed': {
    one: '{n} đối tượng chưa được và vẫn đang được chọn:',
    other: '{n} đối tượng chưa được và vẫn đang được chọn:',
  },
  'register.act.failed.one': '{name}: {reason}',
  'register.act.failed.more': 'và {n} đối tượng khác',
  'register.act.conflict': 'Bản ghi vừa được người khác sửa. Xin xem lại rồi gửi lần nữa.',
  'register.act.dismiss': 'Đã xem',
  'register.propose.title': 'Danh sách đề nghị công nhận',
  'register.propose.fit': {
    one: '{n} đối tượng đã xác nhận được đưa vào danh sách.',
    other: '{n} đối tượng đã xác nhận được đưa vào danh sách.',
  },
  'register.propose.unfit': {
    one: '{n} đối tượng chưa được xác nhận nên không có trong danh sách.',
    other: '{n} đối tượng chưa được xác nhận nên không có trong danh sách.',
  },
  'register.propose.sample':
    'Bố cục là mẫu, chưa đối chiếu văn bản; đề nghị sửa theo mẫu của địa phương trước khi dùng.',
  'register.propose.organisation': 'Cơ quan lập danh sách',
  'register.propose.parent': 'Cơ quan cấp trên',
  'register.propose.place': 'Nơi lập',
  'register.propose.signer': 'Chức danh người ký',
  'register.propose.signer.usual': 'Chủ tịch Hội Khuyến học',
  'register.propose.print': 'In',
  'register.propose.docx': 'Tải DOCX',
  'register.propose.xlsx': 'Tải Excel',
} satisfies Dictionary;
