import { registerPaperEn } from '../../i18n/en/register-paper.js';
import { fill, type Dictionary, type Lang, type Params } from '../../i18n/translate.js';
import { registerPaperVi } from '../../i18n/vi/register-paper.js';
import { wording, type DocumentKey } from '../wording.js';

export type RegisterPaperKey = keyof typeof registerPaperVi | DocumentKey;

/** The sentences of papers of the register in one language. */
export interface RegisterWording {
  lang: Lang;
  t: (key: RegisterPaperKey, params?: Params) => string;
}

const dictionaries: Readonly<Record<Lang, Dictionary>> = { vi: registerPaperVi, en: registerPaperEn };

export function registerWording(lang: Lang): RegisterWording {
  const shared = wording(lang);
  const own = dictionaries[lang];
  return {
    lang,
    t: (key, params = {}) => {
      const message = own[key];
      return message === undefined ? shared.t(key as DocumentKey, params) : fill(message, params, lang);
    },
  };
}
