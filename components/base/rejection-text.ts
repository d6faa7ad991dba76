import type { Rejection } from '../../src/domain/reader.types.js';
import type { LanguageController } from './language.js';

/** The sentence for a refusal: the one for the field that it is about where the dictionaries have one, else its code's. */
export function rejectionText({ code, path, params }: Rejection, l: LanguageController): string {
  const specific = `rejection.${code}.${path?.at(-1) ?? ''}`;
  return l.t(l.has(specific) ? specific : `rejection.${code}`, params);
}
