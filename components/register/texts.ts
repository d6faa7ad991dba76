import { errorVi } from '../../src/i18n/vi/error.js';
import { registerVi } from '../../src/i18n/vi/register.js';
import type { Texts } from '../base/language.js';

/** Sentences of the register, and those of failures. */
export const registerTexts: readonly Texts[] = [
  { vi: registerVi, en: async () => (await import('../../src/i18n/en/register.js')).registerEn },
  { vi: errorVi, en: async () => (await import('../../src/i18n/en/error.js')).errorEn },
];
