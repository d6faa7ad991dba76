import { isRealDate } from '../../civil-date.js';
import { serialDate } from './serial-date.js';
import type { TableCell } from './table.types.js';
import { plainWords } from './words.js';

/** A day as a cell gives it. */
export interface DayReading {
  date: string;
  /**
   * `cell`: it is a date to the spreadsheet; `text`: day first, or year first; `month-first`: no other order makes a
   * date of it; `serial`: a number of days without the format of a date; `no-year`: the year is that of the book.
   */
  how: 'cell' | 'text' | 'month-first' | 'serial' | 'no-year';
  /** What it would be with day and month changed about, where that is another day. */
  other?: string;
}

/** 1990 to 2099: numbers of days that a book can mean. */
const serials = { from: 32_874, to: 73_050 };

/**
 * Reads a day: a date of the spreadsheet or one of its numbers, "31/12/2025", "31-12-25", "31.12.2025", "2025-12-31",
 * "ngày 31 tháng 12 năm 2025", "31/12" in the given year; a time of day behind it is left away. Undefined where it is
 * none.
 */
export function readDay(
  cell: TableCell,
  { year, from1904 = false }: { year?: string | undefined; from1904?: boolean | undefined },
): DayReading | undefined {
  if (cell.date !== undefined) return { date: cell.date, how: 'cell', ...otherOf(cell.date) };
  const text = cell.text.replace(/[ ,T]+\d{1,2}:\d{2}(:\d{2})?([ .].*)?$/, '');
  const number = cell.number ?? (/^\d{5}$/.test(text) ? Number(text) : undefined);
  if (number !== undefined) {
    if (number < serials.from || number > serials.to) return undefined;
    const date = serialDate(number, from1904);
    return date === undefined ? undefined : { date, how: 'serial' };
  }
  const [, longYear, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  if (longYear !== undefined) return real(longYear, month, day);
  const [, wordDay, wordMonth, wordYear] =
    /(?:^|ngay )(\d{1,2}) (?:thang|thg) (\d{1,2}) (?:nam )?(\d{4})$/.exec(plainWords(text)) ?? [];
  if (wordDay !== undefined) return real(wordYear, wordMonth, wordDay);
  const [, first, second, end] = /^(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?$/.exec(text) ?? [];
  if (first === undefined) return undefined;
  if (end === undefined) return year === undefined ? undefined : real(year, second, first, 'no-year');
  const full = end.length === 2 ? `20${end}` : end;
  const dayFirst = real(full, second, first);
  return dayFirst ? { ...dayFirst, ...otherOf(dayFirst.date) } : real(full, first, second, 'month-first');
}

function real(
  year: string | undefined,
  month = '',
  day = '',
  how: DayReading['how'] = 'text',
): DayReading | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isRealDate(date) ? { date, how } : undefined;
}

function otherOf(date: string): Pick<DayReading, 'other'> {
  const [year, month, day] = date.split('-');
  const other = `${year}-${day}-${month}`;
  return other !== date && isRealDate(other) ? { other } : {};
}
