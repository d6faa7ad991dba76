import type { Translation } from '../translate.js';
import type { badgeFileVi } from '../vi/badge-file.js';

/** What stands on the saved picture of a badge. */
export const badgeFileEn: Translation<typeof badgeFileVi> = {
  'badge-file.year': '{year} · {outcome}',
  'badge-file.scan': 'Scan the QR code to check',
  'badge-file.trial': 'TRIAL',
  'badge-file.trial.title': '{title} (trial, grants nothing)',
};
