/** Submitting, evidence, paper, and what the rarer states of a form say: for whoever does the one or is in the other. */
import { errorVi } from '../../../src/i18n/vi/error.js';
import { formActsVi } from '../../../src/i18n/vi/form-acts.js';
import type { Texts } from '../../base/language.js';

export { ActDesk } from '../act-desk.js';
export { actStyles } from '../acts.styles.js';
export { extrasView } from './extras-view.js';
export { missingLinks } from './missing-view.js';

/** Sentences of these parts. */
export const actTexts: Texts[] = [
  { vi: formActsVi, en: async () => (await import('../../../src/i18n/en/form-acts.js')).formActsEn },
  { vi: errorVi, en: async () => (await import('../../../src/i18n/en/error.js')).errorEn },
];
