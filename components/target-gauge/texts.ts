import { targetVi } from '../../src/i18n/vi/target.js';
import type { Texts } from '../base/language.js';

/** Sentences of a gauge. */
export const targetTexts: Texts = {
  vi: targetVi,
  en: async () => (await import('../../src/i18n/en/target.js')).targetEn,
};
