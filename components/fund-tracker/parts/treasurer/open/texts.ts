import { fundOpeningVi } from '../../../../../src/i18n/vi/fund-opening.js';
import type { Texts } from '../../../../base/language.js';

/** Sentences of the form in which a fund is opened. */
export const openingTexts: Texts = {
  vi: fundOpeningVi,
  en: async () => (await import('../../../../../src/i18n/en/fund-opening.js')).fundOpeningEn,
};
