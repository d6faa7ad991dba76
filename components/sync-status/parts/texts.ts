import { errorVi } from '../../../src/i18n/vi/error.js';
import { formVi } from '../../../src/i18n/vi/form.js';
import { syncListVi } from '../../../src/i18n/vi/sync-list.js';
import type { Texts } from '../../base/language.js';

/** Sentences of the list: its own, why something was refused, and how an answer is said. */
export const listTexts: Texts[] = [
  {
    vi: syncListVi,
    en: async () => (await import('../../../src/i18n/en/sync-list.js')).syncListEn,
  },
  { vi: errorVi, en: async () => (await import('../../../src/i18n/en/error.js')).errorEn },
  { vi: formVi, en: async () => (await import('../../../src/i18n/en/form.js')).formEn },
];
