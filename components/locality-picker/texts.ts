import { placePickerVi } from '../../src/i18n/vi/place-picker.js';
import type { Texts } from '../base/language.js';

/** Sentences of the picker. */
export const pickerTexts: Texts = {
  vi: placePickerVi,
  en: async () => (await import('../../src/i18n/en/place-picker.js')).placePickerEn,
};
