import type { Dictionary } from '../translate.js';

/** Why a text is no amount of đồng. */
export const moneyVi = {
  'dong.missing': 'Chưa nhập số tiền.',
  'dong.unreadable': 'Không đọc được số tiền. Đề nghị ghi như 1.200.000 hoặc 1,2 triệu.',
  'dong.ambiguous':
    'Số tiền ghi như vậy có thể hiểu theo hai cách. Đề nghị ghi đủ chữ số, như 1.200.000, hoặc kèm đơn vị, như 1,2 triệu.',
  'dong.not-whole': 'Số tiền phải tròn đồng, không có phần lẻ sau dấu phẩy.',
  'dong.negative': 'Số tiền không ghi số âm. Muốn trả lại một khoản đã ghi, đề nghị ghi khoản điều chỉnh.',
  'dong.zero': 'Số tiền phải lớn hơn 0.',
  'dong.too-large': 'Số tiền vượt mức lớn nhất của một khoản là 10.000 tỷ đồng.',
} satisfies Dictionary;
