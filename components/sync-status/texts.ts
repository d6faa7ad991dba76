import { syncVi } from '../../src/i18n/vi/sync.js';
import type { Texts } from '../base/language.js';

/** Sentences of the line. */
export const syncTexts: Texts = {
  vi: syncVi,
  en: async () => (await import('../../src/i18n/en/sync.js')).syncEn,
};
