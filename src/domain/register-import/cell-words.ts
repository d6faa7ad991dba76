import { plainWords } from '../fund/import/words.js';
import type { Model } from '../text.schema.js';

/** Words by which people mean a model; longer ones first, because "dòng họ" holds "họ". */
const modelWords: readonly (readonly [Model, RegExp])[] = [
  ['clan', /\b(dong ho|dong toc|chi toc|clans?)\b|^dhht$/],
  ['citizen', /\b(cong dan|ca nhan|citizens?)\b|^cdht cn$/],
  ['community', /\b(cong dong|thon|xom|to dan pho|communit(y|ies))\b/],
  ['family', /\b(gia dinh|ho gia dinh|famil(y|ies))\b|^(ho|gdht)$/],
  ['unit', /\b(don vi|co quan|truong hoc|doanh nghiep|units?)\b|^dvht$/],
];

/** The model that a cell, or a heading, names; undefined for other words. */
export function modelOf(text: string): Model | undefined {
  const words = plainWords(text);
  return modelWords.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Groups within a model, as the criteria sets name them, and the words for them. */
const groupWords: Readonly<Partial<Record<Model, readonly (readonly [string, RegExp])[]>>> = {
  citizen: [
    ['farmers', /\b(nong dan|nong thon|farmers?)\b/],
    ['workers', /\b(cong nhan|tho thu cong|lao dong tu do|workers?)\b/],
    ['officials', /\b(can bo|cong chuc|vien chuc|doanh nhan|officials?)\b/],
    ['learners', /\b(nguoi hoc|hoc sinh|sinh vien|hoc vien|learners?)\b/],
  ],
  unit: [
    ['schools', /\b(truong|co so giao duc|schools?)\b/],
    ['enterprises', /\b(doanh nghiep|cong ty|hop tac xa|enterprises?|compan(y|ies)|cooperatives?)\b/],
    ['agencies', /\b(co quan|don vi su nghiep|uy ban|cong so|agenc(y|ies)|public bod(y|ies))\b/],
  ],
  community: [
    ['commune', /\b(cap xa|xa|phuong|thi tran|communes?)\b/],
    ['village', /\b(cap thon|thon|xom|ban|ap|to dan pho|khu pho|villages?)\b/],
  ],
};

/** Models whose criteria do not depend on the group: another word for it stops no row. */
const loose: ReadonlySet<Model> = new Set<Model>(['unit']);

/**
 * `unknown`: the model has groups, and this is none of them; `none`: it has none, or none that matters. `own`: groups that
 * sets written here have, by their ids.
 */
export function groupOf(
  model: Model,
  text: string,
  own: ReadonlySet<string>,
): string | { no: 'unknown' | 'none' } {
  if (own.has(`${model}.${text}`)) return text;
  const groups = groupWords[model];
  const words = plainWords(text);
  return (
    groups?.find(([, pattern]) => pattern.test(words))?.[0] ?? {
      no: groups && !loose.has(model) ? 'unknown' : 'none',
    }
  );
}

/** A whole number as people write counts: "1.250", "4 người"; undefined for anything else. */
export function countOf(text: string): number | undefined {
  const [, digits] =
    /^(\d{1,3}(?:[.\s]\d{3})*|\d{1,8})(?:\s*(?:người|thành viên|khẩu|people))?$/iu.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : Number(digits.replace(/[.\s]/g, ''));
}

/** A year: "2025", "Năm 2025"; undefined for anything else. */
export function yearOf(text: string): string | undefined {
  return /^(?:năm\s*)?((?:19|20|21)\d\d)$/iu.exec(text.trim())?.[1];
}

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]+/gu;

/** The apostrophe that keeps spreadsheet programs from running a text as a formula; files of this house have it. */
const guard = /(^|[;\r\n])'(?=[=+\-@\t＝＋－＠])/g;

/** A text as it comes back from a file of this house: what nobody sees has become a space, and several spaces one. */
export const asComesBack = (text: string): string =>
  text.replace(guard, '$1').normalize('NFC').replace(unseen, ' ').replace(/\s+/g, ' ').trim();

/** A text without what nobody sees, such as marks that turn the direction of writing; and whether there was any. */
export function seenOf(text: string): { text: string; unseen: boolean } {
  const composed = text.replace(guard, '$1').normalize('NFC').replace(/\s+/g, ' ');
  const clean = composed.replace(unseen, '').trim();
  return { text: clean, unseen: clean !== composed.trim() };
}

/** Pictures of emoji: kept, and shown to the person. */
export const hasPictures = (text: string): boolean => /\p{Extended_Pictographic}/u.test(text);
