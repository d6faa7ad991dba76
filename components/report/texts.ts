import { errorVi } from '../../src/i18n/vi/error.js';
import { reportPageVi } from '../../src/i18n/vi/report-page.js';
import { reportVi } from '../../src/i18n/vi/report.js';
import { targetVi } from '../../src/i18n/vi/target.js';
import type { Texts } from '../base/language.js';

/** Sentences of a report: its lines, its page, the words for targets, and those of failures. */
export const reportTexts: readonly Texts[] = [
  { vi: reportVi, en: async () => (await import('../../src/i18n/en/report.js')).reportEn },
  { vi: reportPageVi, en: async () => (await import('../../src/i18n/en/report-page.js')).reportPageEn },
  { vi: targetVi, en: async () => (await import('../../src/i18n/en/target.js')).targetEn },
  { vi: errorVi, en: async () => (await import('../../src/i18n/en/error.js')).errorEn },
];
