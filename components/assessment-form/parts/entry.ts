/** Registering and consents: for those who have not registered, and those who press for it. */
import { formEntryVi } from '../../../src/i18n/vi/form-entry.js';
import type { Texts } from '../../base/language.js';

export { EntryDesk } from '../entry-desk.js';
export { entryStyles } from '../entry.styles.js';

/** Sentences of these parts. */
export const entryTexts: Texts[] = [
  { vi: formEntryVi, en: async () => (await import('../../../src/i18n/en/form-entry.js')).formEntryEn },
];
