import { fundRollUpVi } from '../../../../src/i18n/vi/fund-roll-up.js';
import type { Texts } from '../../../base/language.js';

/** Sentences of funds added up. */
export const rollUpTexts: readonly Texts[] = [
  {
    vi: fundRollUpVi,
    en: async () => (await import('../../../../src/i18n/en/fund-roll-up.js')).fundRollUpEn,
  },
];
