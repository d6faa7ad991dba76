import { formLateVi } from '../../src/i18n/vi/form-late.js';
import type { Texts } from '../base/language.js';

/** Sentences that registering and what stands around the criteria have in common. */
export const lateTexts: Texts = {
  vi: formLateVi,
  en: async () => (await import('../../src/i18n/en/form-late.js')).formLateEn,
};
