import { formVi } from '../../src/i18n/vi/form.js';
import type { Texts } from '../base/language.js';

/** Sentences of the form itself. */
export const formTexts: Texts = {
  vi: formVi,
  en: async () => (await import('../../src/i18n/en/form.js')).formEn,
};
