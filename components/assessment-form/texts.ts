import { formVi } from '../../src/i18n/vi/form.js';
import { reasonVi } from '../../src/i18n/vi/reason.js';
import type { Texts } from '../base/language.js';

/** Sentences of the form itself. */
export const formTexts: Texts = {
  vi: formVi,
  en: async () => (await import('../../src/i18n/en/form.js')).formEn,
};

/** Sentences that explain a score. */
export const reasonTexts: Texts = {
  vi: reasonVi,
  en: async () => (await import('../../src/i18n/en/reason.js')).reasonEn,
};
