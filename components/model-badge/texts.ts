import { badgeVi } from '../../src/i18n/vi/badge.js';
import type { Texts } from '../base/language.js';

/** Sentences of the badge. */
export const badgeTexts: Texts = {
  vi: badgeVi,
  en: async () => (await import('../../src/i18n/en/badge.js')).badgeEn,
};
