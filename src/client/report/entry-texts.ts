import { parseCount, type NumberProblem } from '../../domain/number.js';
import { formatNumber } from '../../i18n/translate.js';
import { readDate } from '../fund/read-date.js';

/** The place and year that something is entered for. */
export interface EntryPlace {
  /** `code@from`. */
  readonly key: string;
  readonly code: string;
  readonly year: number;
}

/** What is wrong with a number that was typed. `kept`: it was told, and can be corrected but not taken back. */
export type NumberFault = NumberProblem | 'over-total' | 'kept';
/** `year`: a day of another year; `ahead`: one that is still to come. */
export type DateFault = 'date' | 'year' | 'ahead';

/** A number as it is typed here, whatever the language: the one way that can be read back. */
export const written = (value: number | undefined): string =>
  value === undefined ? '' : formatNumber(value, 'vi', 0);

/** What was typed, written with its groups where it is a number; else as it was. */
export function echoed(text: string): string {
  const read = parseCount(text);
  return read.ok ? written(read.value) : text;
}

/** A day of a year as it is typed; without a year it is of that one. */
export function readDay(text: string, year: number, today: string): { day: string } | { fault: DateFault } {
  const day = readDate(text, `${year}-12-31`);
  if (day === undefined) return { fault: 'date' };
  if (!day.startsWith(`${year}-`)) return { fault: 'year' };
  return day > today ? { fault: 'ahead' } : { day };
}
