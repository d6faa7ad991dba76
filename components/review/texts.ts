import { errorVi } from '../../src/i18n/vi/error.js';
import { formStateEn } from '../../src/i18n/en/form-state.js';
import { formStateVi } from '../../src/i18n/vi/form-state.js';
import { formVi } from '../../src/i18n/vi/form.js';
import { reasonVi } from '../../src/i18n/vi/reason.js';
import { reviewVi } from '../../src/i18n/vi/review.js';
import type { Texts } from '../base/language.js';
import { problemWords } from '../base/problem-words.js';

/** Sentences of the reviewer's desk, and those of the form, of scores and of failures that it shows as well. */
export const reviewTexts: readonly Texts[] = [
  { vi: reviewVi, en: async () => (await import('../../src/i18n/en/review.js')).reviewEn },
  { vi: formStateVi, en: () => Promise.resolve(formStateEn) },
  { vi: formVi, en: async () => (await import('../../src/i18n/en/form.js')).formEn },
  { vi: reasonVi, en: async () => (await import('../../src/i18n/en/reason.js')).reasonEn },
  { vi: errorVi, en: async () => (await import('../../src/i18n/en/error.js')).errorEn },
  problemWords,
];
