import type { Translation } from '../translate.js';
import type { badgeQrVi } from '../vi/badge-qr.js';

export const badgeQrEn: Translation<typeof badgeQrVi> = {
  'badge.qr': 'QR code of the page where this badge can be checked',
  'badge.qr.hint': 'Scan to check',
};
