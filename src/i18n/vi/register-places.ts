import type { Dictionary } from '../translate.js';

/** The list of places in the register, for who administers it. */
export const registerPlacesVi = {
  'register-places.title': 'Danh mục địa bàn',
  'register-places.hint':
    'Chọn tệp JSON có danh sách tỉnh kèm xã, phường, đặc khu, hoặc bảng đối chiếu xã cũ – xã mới; có thể chọn nhiều tệp một lần. Tệp được kiểm tra từng dòng trước; chưa nhập gì cho đến khi bấm nút nhập.',
  'register-places.now':
    'Hiện có {provinces} tỉnh, thành phố, {communes} xã, phường, đặc khu, {former} đơn vị cũ.',
  'register-places.source': 'Nguồn của danh mục',
  'register-places.source.hint': 'Số, ngày, cơ quan ban hành văn bản hoặc nơi công bố danh mục.',
  'register-places.source.unchecked': '{name} (đã nhập, chưa đối chiếu văn bản)',
  'register-places.reading': 'Đang đọc và kiểm tra danh mục…',
  'register-places.remarks': 'Nhận xét theo dòng',
  'register-places.remark': '{file}, dòng {line}: {text}',
  'register-places.remark.file': '{file}: {text}',
  'register-places.leave-out': 'Nhập các dòng đọc được, bỏ {n} dòng có lỗi',
  'register-places.unsound': 'Các đơn vị và thay đổi trong tệp không khớp nhau nên không nhập được.',
  'register-places.nothing': 'Danh mục trong tệp đã có đủ; không có gì mới để nhập.',
  'register-places.go': 'Nhập danh mục',
  'register-places.writing': 'Đang nhập danh mục: {percent} %',
  'register-places.stopped': 'Đã dừng. {n} phần đã nhập vẫn được giữ; nhập lại tệp này để làm tiếp.',
  'register-places.done': 'Đã nhập danh mục địa bàn.',
  'register-places.refused': 'Phần {part} không nhập được. {n} phần trước đó đã nhập.',
  'register-places.fault.vanished': '{key} đang có trong danh mục mà tệp không nhắc đến.',
  'register-places.fault.vanished-event': '{key}: thay đổi đã ghi mà tệp không nhắc đến.',
} as const satisfies Dictionary;
