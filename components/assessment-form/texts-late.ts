import { formLateEn } from '../../src/i18n/en/form-late.js';
import { formLateVi } from '../../src/i18n/vi/form-late.js';
import type { Texts } from '../base/language.js';

/** Sentences that registering and what stands around the criteria have in common; so few that a file of English is dearer. */
export const lateTexts: Texts = { vi: formLateVi, en: () => Promise.resolve(formLateEn) };
