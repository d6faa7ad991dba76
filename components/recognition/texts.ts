import { badgeVi } from '../../src/i18n/vi/badge.js';
import { errorVi } from '../../src/i18n/vi/error.js';
import { recognitionVi } from '../../src/i18n/vi/recognition.js';
import type { Texts } from '../base/language.js';
import { problemWords } from '../base/problem-words.js';

/** Sentences of the signer's desk, and those of badges and failures that it shows as well. */
export const recognitionTexts: readonly Texts[] = [
  {
    vi: recognitionVi,
    en: async () => (await import('../../src/i18n/en/recognition.js')).recognitionEn,
  },
  { vi: badgeVi, en: async () => (await import('../../src/i18n/en/badge.js')).badgeEn },
  { vi: errorVi, en: async () => (await import('../../src/i18n/en/error.js')).errorEn },
  problemWords,
];
