/**
 * Everything that showing, scoring and saving a draft does not need, in one file that loads when the browser is
 * idle or a person asks for it, so that it is there when the network is not.
 */
import { errorVi } from '../../../src/i18n/vi/error.js';
import { formMoreVi } from '../../../src/i18n/vi/form-more.js';
import type { Texts } from '../../base/language.js';

export { aboveView } from './above-view.js';
export { extrasView } from './extras-view.js';
export { lateStyles } from '../late.styles.js';
export { missingLinks } from './missing-view.js';
export { withdrawView } from './receipt-view.js';
export { LateActions } from '../late-actions.js';

/** Sentences of these parts. */
export const moreTexts: Texts[] = [
  { vi: formMoreVi, en: async () => (await import('../../../src/i18n/en/form-more.js')).formMoreEn },
  { vi: errorVi, en: async () => (await import('../../../src/i18n/en/error.js')).errorEn },
];
