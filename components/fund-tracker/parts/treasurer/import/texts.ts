import { fundImportDeskVi } from '../../../../../src/i18n/vi/fund-import-desk.js';
import { sheetTexts } from '../../../../base/import/texts.js';
import type { Texts } from '../../../../base/language.js';

/** Sentences of the import, which come with it. */
export const importTexts: readonly Texts[] = [
  ...sheetTexts,
  {
    vi: fundImportDeskVi,
    en: async () => (await import('../../../../../src/i18n/en/fund-import-desk.js')).fundImportDeskEn,
  },
];
