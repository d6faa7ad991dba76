import type { Dictionary } from '../translate.js';

/** The code that leads to the check of a badge. */
export const badgeQrVi = {
  'badge.qr': 'Mã QR dẫn tới trang kiểm tra huy hiệu này',
  'badge.qr.hint': 'Quét để kiểm tra',
} satisfies Dictionary;
