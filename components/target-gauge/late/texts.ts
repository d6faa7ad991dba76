import { targetMoreVi } from '../../../src/i18n/vi/target-more.js';
import type { Texts } from '../../base/language.js';

/** Sentences of states. */
export const targetMoreTexts: Texts = {
  vi: targetMoreVi,
  en: async () => (await import('../../../src/i18n/en/target-more.js')).targetMoreEn,
};
