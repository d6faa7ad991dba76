import { errorVi } from '../../../../src/i18n/vi/error.js';
import { fundInspectionVi } from '../../../../src/i18n/vi/fund-inspection.js';
import type { Texts } from '../../../base/language.js';

/** Sentences of the inspection. */
export const inspectionTexts: readonly Texts[] = [
  {
    vi: fundInspectionVi,
    en: async () => (await import('../../../../src/i18n/en/fund-inspection.js')).fundInspectionEn,
  },
  { vi: errorVi, en: async () => (await import('../../../../src/i18n/en/error.js')).errorEn },
];
