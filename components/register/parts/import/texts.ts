import { registerImportVi } from '../../../../src/i18n/vi/register-import.js';
import { sheetTexts } from '../../../base/import/texts.js';
import type { Texts } from '../../../base/language.js';

/** Sentences of the import, which come with it. */
export const importTexts: readonly Texts[] = [
  ...sheetTexts,
  {
    vi: registerImportVi,
    en: async () => (await import('../../../../src/i18n/en/register-import.js')).registerImportEn,
  },
];
