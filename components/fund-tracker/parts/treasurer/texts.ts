import { errorVi } from '../../../../src/i18n/vi/error.js';
import { fundDeskMoreVi } from '../../../../src/i18n/vi/fund-desk-more.js';
import { fundDeskVi } from '../../../../src/i18n/vi/fund-desk.js';
import { fundRefusalVi } from '../../../../src/i18n/vi/fund-refusal.js';
import { moneyVi } from '../../../../src/i18n/vi/money.js';
import type { Texts } from '../../../base/language.js';
import { problemWords } from '../../../base/problem-words.js';

/** Sentences of the treasurer's desk. */
export const treasurerTexts: readonly Texts[] = [
  { vi: fundDeskVi, en: async () => (await import('../../../../src/i18n/en/fund-desk.js')).fundDeskEn },
  {
    vi: fundDeskMoreVi,
    en: async () => (await import('../../../../src/i18n/en/fund-desk-more.js')).fundDeskMoreEn,
  },
  {
    vi: fundRefusalVi,
    en: async () => (await import('../../../../src/i18n/en/fund-refusal.js')).fundRefusalEn,
  },
  { vi: moneyVi, en: async () => (await import('../../../../src/i18n/en/money.js')).moneyEn },
  problemWords,
  { vi: errorVi, en: async () => (await import('../../../../src/i18n/en/error.js')).errorEn },
];
