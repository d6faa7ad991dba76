import { fundVi } from '../../src/i18n/vi/fund.js';
import type { Texts } from '../base/language.js';

/** Sentences of the fund that stand in the place of a view. */
export const fundTexts: Texts = {
  vi: fundVi,
  en: async () => (await import('../../src/i18n/en/fund.js')).fundEn,
};
