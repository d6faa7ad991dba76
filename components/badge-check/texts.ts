import { verifyVi } from '../../src/i18n/vi/verify.js';
import type { Texts } from '../base/language.js';

/** Sentences of the check. */
export const verifyTexts: Texts = {
  vi: verifyVi,
  en: async () => (await import('../../src/i18n/en/verify.js')).verifyEn,
};
