const marks = /\p{M}/gu;

/**
 * Latin letters and digits of a text, without accents, joined by dashes. For names of fields and for local codes, which must
 * be the same for ever: not the folding of the search, which may learn.
 */
export const asciiWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Kinds of places as they are written before a name, the longer first; abbreviations as tables use them. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^thành phố\s+/iu, 'Thành phố'],
  [/^thủ đô\s+/iu, 'Thành phố'],
  [/^(tp\.?|t\.p\.)\s*(?=\p{Lu})/u, 'Thành phố'],
  [/^(TP\.?|T\.P\.)\s*/u, 'Thành phố'],
  [/^tỉnh\s+/iu, 'Tỉnh'],
  [/^quận\s+/iu, 'Quận'],
  [/^huyện\s+/iu, 'Huyện'],
  [/^thị xã\s+/iu, 'Thị xã'],
  [/^tx\.?\s+/iu, 'Thị xã'],
  [/^thị trấn\s+/iu, 'Thị trấn'],
  [/^tt\.?\s+/iu, 'Thị trấn'],
  [/^phường\s+/iu, 'Phường'],
  [/^xã\s+/iu, 'Xã'],
  [/^đặc khu\s+/iu, 'Đặc khu'],
];
const allKinds = new Set(kinds.map(([, kind]) => kind.toLowerCase()));

/** A name with its kind taken apart: "Thị trấn Bích Động" → "Thị trấn", "Bích Động". */
export function splitKind(full: string): { kind: string | undefined; name: string } {
  for (const [pattern, kind] of kinds) {
    const rest = full.replace(pattern, '');
    if (rest !== full && rest !== '') return { kind, name: rest };
  }
  return { kind: undefined, name: full };
}

/** A kind as a column of its own gives it, "phường"; undefined where it is none of ours, "ward". */
export function readKind(text: string | undefined): string | undefined {
  const kind = text?.trim().normalize('NFC').toLowerCase();
  if (kind === undefined || !allKinds.has(kind)) return undefined;
  return kind[0]!.toUpperCase() + kind.slice(1);
}

/** Two names of one place: the same letters, whatever the kind, the accents, and where the tone stands. */
export const sameName = (one: string, other: string): boolean => nameKey(one) === nameKey(other);
export const nameKey = (name: string): string => asciiWords(splitKind(name.normalize('NFC')).name);

/** Signs that names have; whatever else stands in one came there by mistake. */
const foreign = /[^\p{L}\p{M}\p{N} ().,'’/–-]/gu;
/** Direction marks, joiners, controls: nobody sees them. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** Vietnamese in UTF-8 that was once read as Latin-1. */
const misread = /Ã[\u0080-ÿ]|á[»º]|Æ°|Ä[‘\u0090\u0091]|\uFFFD/u;
const longest = 200;

export type CleanName =
  | { readonly ok: true; readonly name: string; readonly changed: boolean }
  | { readonly ok: false; readonly code: 'missing-name' | 'long-name' | 'garbled' };

/** A name as it may be kept, or why it may not. */
export function cleanName(raw: string): CleanName {
  if (raw.length > longest * 4) return { ok: false, code: 'long-name' };
  if (misread.test(raw)) return { ok: false, code: 'garbled' };
  const composed = raw.normalize('NFC');
  const spaced = composed.replace(/\s+/gu, ' ').replace(unseen, '').trim();
  const name = spaced.replace(foreign, '').replace(/ +/g, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(name)) return { ok: false, code: 'missing-name' };
  if (name.length > longest) return { ok: false, code: 'long-name' };
  return { ok: true, name, changed: name !== composed.trim() };
}
