import type { Dictionary } from '../translate.js';

/** What stands on the saved picture of a badge. */
export const badgeFileVi = {
  'badge-file.year': 'Năm {year} · {outcome}',
  'badge-file.scan': 'Quét mã QR để kiểm tra',
  'badge-file.trial': 'THỬ NGHIỆM',
  'badge-file.trial.title': '{title} (thử nghiệm, không có giá trị công nhận)',
} satisfies Dictionary;
