import { formStateEn } from '../../src/i18n/en/form-state.js';
import { formStateVi } from '../../src/i18n/vi/form-state.js';
import type { Texts } from '../base/language.js';

/** Sentences of a form that shows no assessment yet; so few that a file of English is dearer. */
export const stateTexts: Texts = { vi: formStateVi, en: () => Promise.resolve(formStateEn) };
