import type { Category } from '../../domain/fund/fund.schema.js';
import { fundDocumentEn } from '../../i18n/en/fund-document.js';
import { formatNumber, fill, type Dictionary, type Lang, type Params } from '../../i18n/translate.js';
import { fundDocumentVi } from '../../i18n/vi/fund-document.js';
import { wording, type DocumentKey, type Wording } from '../wording.js';

export type FundKey = keyof typeof fundDocumentVi;

/** The sentences of a fund's papers in one language, and how they write figures. */
export interface FundWording extends Pick<Wording, 'lang' | 'text'> {
  t: (key: FundKey | DocumentKey, params?: Params) => string;
  /** An amount in a column; what counts against it stands in brackets, as in account books. */
  figure: (amount: number) => string;
  /** Label of a category, its id where the fund has it no more; empty for none. */
  category: (categories: readonly Category[], id: string | undefined) => string;
}

const dictionaries: Readonly<Record<Lang, Dictionary>> = { vi: fundDocumentVi, en: fundDocumentEn };

export function fundWording(lang: Lang): FundWording {
  const base = wording(lang);
  return {
    lang,
    text: base.text,
    t: (key, params = {}) => {
      const own = dictionaries[lang][key];
      return own === undefined ? base.t(key as DocumentKey, params) : fill(own, params, lang);
    },
    figure: (amount) => {
      const digits = formatNumber(Math.abs(amount), lang, 0);
      return amount < 0 ? `(${digits})` : digits;
    },
    category: (categories, id) =>
      id === undefined ? '' : base.text(categories.find((one) => one.id === id)?.label) || id,
  };
}

/** A calendar date in a table: `05/12/2026`. */
export function shortDate(iso: string): string {
  return iso.split('-').reverse().join('/');
}
