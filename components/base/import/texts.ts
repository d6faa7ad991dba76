import { fileImportVi } from '../../../src/i18n/vi/file-import.js';
import { sheetImportVi } from '../../../src/i18n/vi/sheet-import.js';
import type { Texts } from '../language.js';

/** Sentences of every import: choosing a file, how far it is, how it is stopped. */
export const fileTexts: Texts = {
  vi: fileImportVi,
  en: async () => (await import('../../../src/i18n/en/file-import.js')).fileImportEn,
};

/** Sentences of the import of a spreadsheet, the same for every list that is read. */
export const sheetTexts: readonly Texts[] = [
  fileTexts,
  {
    vi: sheetImportVi,
    en: async () => (await import('../../../src/i18n/en/sheet-import.js')).sheetImportEn,
  },
];
