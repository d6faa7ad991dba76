import { registerActVi } from '../../../../src/i18n/vi/register-act.js';
import type { Texts } from '../../../base/language.js';

/** Sentences of acts on many subjects, loaded with the first one. */
export const actTexts: Texts = {
  vi: registerActVi,
  en: async () => (await import('../../../../src/i18n/en/register-act.js')).registerActEn,
};
