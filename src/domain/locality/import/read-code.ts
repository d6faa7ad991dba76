import { asciiWords } from './place-words.js';
import type { JsonValue } from './read-json.js';

export type ReadCode =
  | { readonly ok: true; readonly code: string; readonly padded: boolean }
  | { readonly ok: false; readonly code: 'missing-code' | 'bad-code' };

/** Digits of the statistics office's codes by level. */
export const codeDigits = { province: 2, district: 3, commune: 5 } as const;

const allowed = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,38}[A-Za-z0-9])?$/;

/** A code as a table gives it: a text, or a number that lost its zeros, `4` or `4.0` for `00004`. */
export function readCode(raw: JsonValue | undefined, level: keyof typeof codeDigits): ReadCode {
  const text = typeof raw === 'number' ? String(raw) : typeof raw === 'string' ? raw.trim() : '';
  if (text === '') return { ok: false, code: 'missing-code' };
  const digits = /^(\d+)(\.0+)?$/.exec(text)?.[1];
  if (digits === undefined)
    return allowed.test(text) ? { ok: true, code: text, padded: false } : { ok: false, code: 'bad-code' };
  if (Number(digits) === 0 || digits.length > 12) return { ok: false, code: 'bad-code' };
  const code = digits.padStart(codeDigits[level], '0');
  return { ok: true, code, padded: code !== text };
}

/** A code for a place that has none, always the same for the same names, the widest last. */
export function localCode(prefix: string, ...names: readonly string[]): string {
  const whole = [prefix, ...names.map(asciiWords).filter((name) => name !== '')].join('.');
  if (whole.length <= 40) return whole;
  let hash = 0x811c9dc5;
  for (const letter of whole) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  return `${whole.slice(0, 31).replace(/[.-]+$/, '')}.${hash.toString(36).padStart(7, '0')}`;
}
