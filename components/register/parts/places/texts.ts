import { placeImportVi } from '../../../../src/i18n/vi/place-import.js';
import { registerPlacesVi } from '../../../../src/i18n/vi/register-places.js';
import { fileTexts } from '../../../base/import/texts.js';
import type { Texts } from '../../../base/language.js';

/** Sentences of the import of places, and of what is said of its lines. */
export const placesTexts: readonly Texts[] = [
  fileTexts,
  {
    vi: registerPlacesVi,
    en: async () => (await import('../../../../src/i18n/en/register-places.js')).registerPlacesEn,
  },
  {
    vi: placeImportVi,
    en: async () => (await import('../../../../src/i18n/en/place-import.js')).placeImportEn,
  },
];
