import { fundImportVi } from '../../../../src/i18n/vi/fund-import.js';
import { registerImportVi } from '../../../../src/i18n/vi/register-import.js';
import type { Texts } from '../../../base/language.js';

/** Sentences of the import, which come with it; those about files are the same for every list that is read. */
export const importTexts: readonly Texts[] = [
  {
    vi: registerImportVi,
    en: async () => (await import('../../../../src/i18n/en/register-import.js')).registerImportEn,
  },
  { vi: fundImportVi, en: async () => (await import('../../../../src/i18n/en/fund-import.js')).fundImportEn },
];
