import { formMoreVi } from '../../src/i18n/vi/form-more.js';
import type { Texts } from '../base/language.js';

/** Sentences of what stands around the criteria. */
export const moreTexts: Texts[] = [
  { vi: formMoreVi, en: async () => (await import('../../src/i18n/en/form-more.js')).formMoreEn },
];
