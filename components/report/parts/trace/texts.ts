import { registerVi } from '../../../../src/i18n/vi/register.js';
import { reportTraceVi } from '../../../../src/i18n/vi/report-trace.js';
import type { Texts } from '../../../base/language.js';
import { problemWords } from '../../../base/problem-words.js';

/** Sentences of the way down, and the words of the register for what it ends at. */
export const traceTexts: readonly Texts[] = [
  {
    vi: reportTraceVi,
    en: async () => (await import('../../../../src/i18n/en/report-trace.js')).reportTraceEn,
  },
  problemWords,
  { vi: registerVi, en: async () => (await import('../../../../src/i18n/en/register.js')).registerEn },
];
