import type { Dictionary } from '../translate.js';

/** Choosing a place: the field, its list and its states. */
export const placePickerVi = {
  'picker.label': 'Đơn vị hành chính',
  'picker.hint': 'Gõ tên xã, phường hoặc tỉnh, có dấu hay không dấu; tên cũ cũng được.',
  'picker.results': 'Đơn vị tìm thấy',
  'picker.count': '{n} kết quả.',
  'picker.more': 'Hiển thị {shown} trong {n} kết quả. Gõ thêm để thu hẹp.',
  'picker.none': 'Không có đơn vị nào khớp với “{query}”.',
  'picker.none.hint': 'Thử viết ít chữ hơn, hoặc dùng tên cũ.',
  'picker.chosen': 'Đã chọn {name}.',
  'picker.preparing': 'Đang chuẩn bị danh mục…',
  'picker.loading': 'Đang tải danh mục đơn vị hành chính…',
  'picker.failed': 'Không tải được danh mục đơn vị hành chính.',
  'picker.retry': 'Thử lại',
  'picker.empty': 'Chưa có danh mục đơn vị hành chính.',
  'picker.clear': 'Xoá lựa chọn',
  'picker.before': 'trước {day}: {name}',
  'picker.part': 'trước {day}: một phần của {name}',
  'picker.ended': 'không còn từ {day}',
  'picker.required': 'Cần chọn một đơn vị trong danh sách.',
  'picker.level.nation': 'cả nước',
  'picker.level.province': 'cấp tỉnh',
  'picker.level.district': 'cấp huyện',
  'picker.level.commune': 'cấp xã',
  'picker.level.hamlet': 'thôn, tổ dân phố',
} as const satisfies Dictionary;
