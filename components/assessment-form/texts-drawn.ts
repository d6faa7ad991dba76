import { formVi } from '../../src/i18n/vi/form.js';
import { reasonVi } from '../../src/i18n/vi/reason.js';
import type { Texts } from '../base/language.js';

/** Sentences of an assessment that is shown, and those that explain its score. */
export const drawnTexts: readonly Texts[] = [
  { vi: formVi, en: async () => (await import('../../src/i18n/en/form.js')).formEn },
  { vi: reasonVi, en: async () => (await import('../../src/i18n/en/reason.js')).reasonEn },
];
