import { reasonVi } from '../../src/i18n/vi/reason.js';
import type { Texts } from '../base/language.js';

/** Sentences that explain a score. */
export const reasonTexts: Texts = {
  vi: reasonVi,
  en: async () => (await import('../../src/i18n/en/reason.js')).reasonEn,
};
