import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import type { Reason } from '../domain/score.types.js';
import type { LocalText } from '../domain/text.schema.js';
import { decisionEn } from '../i18n/en/decision.js';
import { documentEn } from '../i18n/en/document.js';
import { reasonEn } from '../i18n/en/reason.js';
import { fill, type Dictionary, type Lang, type Params } from '../i18n/translate.js';
import { decisionVi } from '../i18n/vi/decision.js';
import { documentVi } from '../i18n/vi/document.js';
import { reasonVi } from '../i18n/vi/reason.js';

export type DocumentKey = keyof typeof documentVi | keyof typeof decisionVi | keyof typeof reasonVi;

/** The sentences of a paper in one language. */
export interface Wording {
  lang: Lang;
  t: (key: DocumentKey, params?: Params) => string;
  /** Text of data: in this language where it is known, in Vietnamese otherwise; always composed characters. */
  text: (text: LocalText | undefined) => string;
  /** Label of a class or level; "chưa đạt" where none is reached. */
  outcome: (set: CriteriaSet, id: string | null) => string;
  reason: (reason: Reason, set: CriteriaSet) => string;
}

const dictionaries: Readonly<Record<Lang, Dictionary>> = {
  vi: { ...documentVi, ...decisionVi, ...reasonVi },
  en: { ...documentEn, ...decisionEn, ...reasonEn },
};

export function wording(lang: Lang): Wording {
  const t: Wording['t'] = (key, params = {}) => fill(dictionaries[lang][key] ?? key, params, lang);
  const text: Wording['text'] = (value) =>
    value === undefined ? '' : clean((lang === 'en' ? value.en : undefined) ?? value.vi);
  const outcome: Wording['outcome'] = ({ scoring }, id) => {
    if (id === null) return t('document.result.none');
    const known = scoring.mode === 'points' ? scoring.classes : scoring.levels;
    return text(known.find((each) => each.id === id)?.label) || id;
  };
  return {
    lang,
    t,
    text,
    outcome,
    reason: ({ code, params }, set) => {
      const named = params['outcome'];
      const filled = named === undefined ? params : { ...params, outcome: outcome(set, String(named)) };
      return t(
        code === 'next-outcome' && params['items'] ? 'reason.next-outcome.targets' : `reason.${code}`,
        filled,
      );
    },
  };
}

/** What people typed, as it may stand on paper: composed characters, none that XML forbids, single spaces. */
export function clean(value: string): string {
  return value
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The same, line by line; blank lines are dropped. */
export function cleanLines(value: string): string[] {
  return value
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(clean)
    .filter((line) => line !== '');
}

/** A sentence's end without its closing marks, for lists that set their own. */
export function withoutClosing(value: string): string {
  return clean(value).replace(/[\s;.,]+$/, '');
}

export function upper(value: string, lang: Lang): string {
  return value.toLocaleUpperCase(lang);
}
