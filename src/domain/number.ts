import type { ReasonCode } from './score.types.js';

export type NumberProblem = Extract<
  ReasonCode,
  | 'unanswered'
  | 'number-unreadable'
  | 'number-negative'
  | 'number-not-whole'
  | 'number-too-precise'
  | 'number-over-max'
>;
export type ReadNumber = { ok: true; value: number } | { ok: false; code: NumberProblem };

/** Nobody counts or scores beyond this; it keeps every product below within exact integers. */
export const LARGEST_NUMBER = 1e9;

const negative = /^[-\u2212\u2013]\s*\d/;
const decimal = /^(\d+)(?:[.,](\d+))?$/;
const grouped = /^[1-9]\d{0,2}([. \u00a0\u202f])\d{3}(?:\1\d{3})*$/;
const notWhole = /^(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)[.,]\d+$/;

const fail = (code: NumberProblem): ReadNumber => ({ ok: false, code });
const bounded = (value: number): ReadNumber =>
  value > LARGEST_NUMBER ? fail('number-over-max') : { ok: true, value };

/**
 * Reads points as typed: "7,5" and "7.5" alike, at most two decimals, no grouping. Blank is `unanswered`; a half-typed
 * "7," is `number-unreadable` (the text itself stays in the answer). Takes anything and never throws.
 */
export function parsePoints(raw: unknown): ReadNumber {
  const text = trimmed(raw);
  if (text === '') return fail('unanswered');
  if (negative.test(text)) return fail('number-negative');
  const match = decimal.exec(text);
  if (!match) return fail('number-unreadable');
  const decimals = match[2] ?? '';
  if (decimals.length > 2) return fail('number-too-precise');
  // One division of two integers gives the nearest double to the decimal, which adding a fraction would not.
  return bounded((Number(match[1]) * 100 + Number(decimals.padEnd(2, '0'))) / 100);
}

/**
 * Reads a whole number of people or things as typed: "1234", "1.234", "1 234" (also with no-break spaces), in groups
 * of exactly three. A comma is a decimal mark here, so "1,5" is `number-not-whole`. Takes anything and never throws.
 */
export function parseCount(raw: unknown): ReadNumber {
  const text = trimmed(raw);
  if (text === '') return fail('unanswered');
  if (negative.test(text)) return fail('number-negative');
  if (/^\d+$/.test(text) || grouped.test(text)) return bounded(Number(text.replace(/\D/g, '')));
  return fail(notWhole.test(text) ? 'number-not-whole' : 'number-unreadable');
}

function trimmed(raw: unknown): string {
  if (raw === undefined || raw === null) return '';
  return typeof raw === 'string' ? raw.trim() : '?';
}
