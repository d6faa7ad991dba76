import type { Dictionary } from '../translate.js';

/** Reading a spreadsheet: why it cannot be read, what is told of it, how it is understood, what becomes of its lines. */
export const sheetImportVi = {
  'sheet.problem.empty': 'Tệp không có nội dung.',
  'sheet.problem.too-large':
    'Tệp lớn hơn {limit} MB nên không đọc được. Đề nghị bỏ hình ảnh khỏi tệp hoặc tách thành nhiều tệp.',
  'sheet.problem.not-a-sheet': 'Tệp này không phải bảng tính. Đề nghị chọn tệp Excel (.xlsx) hoặc CSV.',
  'sheet.problem.web-page':
    'Tệp này là trang web được đặt tên như bảng tính. Đề nghị mở tệp bằng Excel rồi lưu lại theo định dạng .xlsx.',
  'sheet.problem.older-excel':
    'Tệp thuộc định dạng Excel trước năm 1997. Đề nghị mở tệp bằng Excel rồi lưu lại theo định dạng .xlsx.',
  'sheet.problem.binary-excel':
    'Tệp thuộc định dạng Excel nhị phân (.xlsb). Đề nghị mở tệp bằng Excel rồi lưu lại theo định dạng .xlsx.',
  'sheet.problem.open-document':
    'Tệp thuộc định dạng OpenDocument (.ods). Đề nghị lưu lại theo định dạng .xlsx hoặc CSV.',
  'sheet.problem.password':
    'Tệp được đặt mật khẩu nên không đọc được. Đề nghị mở tệp bằng Excel, bỏ mật khẩu rồi lưu lại.',
  'sheet.problem.damaged':
    'Tệp bị hỏng hoặc tải về chưa đủ. Đề nghị mở tệp bằng Excel để kiểm tra, lưu lại rồi chọn lại.',
  'sheet.problem.bomb':
    'Nội dung nén trong tệp lớn bất thường nên không đọc, để bảo vệ thiết bị. Đề nghị kiểm tra nguồn gốc của tệp.',
  'sheet.problem.too-many-rows':
    'Tệp có hơn {limit} dòng hoặc quá nhiều ô. Đề nghị tách thành nhiều tệp, mỗi năm một tệp.',
  'sheet.problem.no-sheet':
    'Tệp không có trang tính nào đang hiện để đọc. Đề nghị mở tệp bằng Excel, cho hiện trang tính cần nhập rồi lưu lại.',
  'sheet.problem.quote-open':
    'Dấu ngoặc kép mở ở dòng {line} không có dấu đóng. Đề nghị sửa dòng này trong tệp rồi chọn lại.',
  'sheet.problem.line-too-long':
    'Dòng {line} dài bất thường. Đề nghị kiểm tra dấu xuống dòng trong tệp rồi chọn lại.',
  'sheet.note.other-type': 'Tên tệp ghi định dạng khác, nội dung là {type}; đã đọc theo nội dung.',
  'sheet.note.macros': 'Tệp có chứa macro. Macro không được đọc và không chạy.',
  'sheet.note.hidden-sheets': {
    one: 'Có {n} trang tính đang ẩn, chưa lấy: {names}.',
    other: 'Có {n} trang tính đang ẩn, chưa lấy: {names}.',
  },
  'sheet.note.old-excel':
    'Tệp Excel cũ (.xls): đọc được giá trị của ô, không biết ô nào là công thức, dòng hoặc trang tính nào đang ẩn. Đề nghị xem kỹ kết quả đọc thử.',
  'sheet.note.hidden-rows': 'Có {n} dòng đang ẩn; các dòng này vẫn được đọc và có đánh dấu.',
  'sheet.note.hidden-columns': 'Có {n} cột đang ẩn; các cột này vẫn được đọc.',
  'sheet.note.formulas':
    'Có {n} ô là công thức. Lấy kết quả đã lưu trong tệp, không tính lại; đề nghị xem lại các dòng có đánh dấu.',
  'sheet.note.merged': 'Có {n} vùng ô được gộp; các dòng liên quan có đánh dấu.',
  'sheet.note.from-1904': 'Tệp tính ngày theo hệ 1904; ngày đã được đổi theo hệ này.',
  'sheet.note.columns-left-out': 'Các cột ngoài phạm vi đọc ở bên phải có nội dung nhưng không được lấy.',
  'sheet.note.windows-1258':
    'Chữ trong tệp được đọc theo bảng mã Windows-1258. Nếu chữ hiện sai, đề nghị chọn bảng mã khác.',
  'sheet.note.tcvn3':
    'Chữ trong tệp được gõ theo bảng mã cũ TCVN3 (ABC, phông chữ .Vn…) và đã được đổi sang Unicode. Nếu chữ hiện sai, đề nghị chọn lại bảng mã của chữ.',
  'sheet.note.vni':
    'Chữ trong tệp được gõ theo bảng mã cũ VNI (phông chữ VNI-…) và đã được đổi sang Unicode. Nếu chữ hiện sai, đề nghị chọn lại bảng mã của chữ.',
  'sheet.note.broken-letters':
    'Có {n} ký tự không đọc được trong tệp. Nếu chữ hiện sai, đề nghị chọn bảng mã khác.',
  'sheet.doing.reading': 'Đang đọc tệp…',
  'sheet.doing.planning': 'Đang xem từng dòng…',
  'sheet.doing.last': 'Đang lưu. Bước này không dừng được nữa.',
  'sheet.settings': 'Cách đọc',
  'sheet.name': 'Trang tính',
  'sheet.name.hidden': '{name} (đang ẩn)',
  'sheet.encoding': 'Bảng mã của tệp',
  'sheet.encoding.utf-8': 'UTF-8',
  'sheet.encoding.utf-16le': 'UTF-16',
  'sheet.encoding.utf-16be': 'UTF-16 (thứ tự ngược)',
  'sheet.encoding.windows-1258': 'Windows-1258',
  'sheet.encoding.windows-1252': 'Windows-1252',
  'sheet.letters': 'Bảng mã của chữ',
  'sheet.letters.unicode': 'Unicode',
  'sheet.letters.tcvn3': 'TCVN3 (ABC)',
  'sheet.letters.vni': 'VNI',
  'sheet.columns': 'Ý nghĩa của từng cột',
  'sheet.columns.hint': 'Dòng tiêu đề: {line}. Sửa lại nếu cột nào chưa đúng.',
  'sheet.columns.others': 'Các cột khác ({n})',
  'sheet.column': 'Cột {letter}',
  'sheet.column.titled': 'Cột {letter}: {title}',
  'sheet.column.sample': 'Ví dụ: {text}',
  'sheet.preview': 'Kết quả đọc thử',
  'sheet.list': 'Dòng được liệt kê',
  'sheet.list.ask': 'Cần trả lời ({n})',
  'sheet.list.stop': 'Không lấy được ({n})',
  'sheet.list.look': 'Nên xem lại ({n})',
  'sheet.list.all': 'Tất cả ({n})',
  'sheet.list.empty': 'Không có dòng nào.',
  'sheet.list.page': 'Dòng {from}–{to} trong {all}',
  'sheet.list.before': 'Trang trước',
  'sheet.list.next': 'Trang sau',
  'sheet.line': 'Dòng {line}',
  'sheet.line.reason': 'Dòng {line}: {reason}',
  'sheet.where': 'Cột “{title}”: {reason}',
  'sheet.state.ready': 'Rõ ràng',
  'sheet.state.look': 'Nên xem lại',
  'sheet.state.ask': 'Cần trả lời',
  'sheet.state.same': 'Không đổi',
  'sheet.state.stop': 'Không lấy được',
  'sheet.skipped': 'Dòng {line}: {text}',
  'sheet.leave-out': 'Bỏ {n} dòng không lấy được, chỉ nhập các dòng còn lại',
} satisfies Dictionary;
