import type { DayOrder } from './day-order.js';
import type { ImportFund } from './import.types.js';
import type { LineCells } from './line-cells.js';
import { readDay, type DayReading } from './read-day.js';

/** What days depend on besides their own cell. */
export interface DayContext {
  fund: ImportFund;
  /** ISO date in Viet Nam. */
  today: string;
  /** Of the book; dates without one are of it. */
  year: string | undefined;
  /** Lines of another year are not taken. */
  yearOnly: boolean;
  order: DayOrder;
  from1904: boolean;
  /** Of the line before. */
  before: string | undefined;
}

/** The cell with the day of a line: that of the voucher rather than that of the book. */
export function dayCell(cells: LineCells): ReturnType<LineCells['find']> {
  return cells.find('voucher-date') ?? cells.find('date');
}

/** The date of a line. Undefined where none can be told; the problems say why. */
export function lineDate(cells: LineCells, context: DayContext): string | undefined {
  const date = readDate(cells, context);
  if (date !== undefined) checkDate(date, cells, context);
  return date;
}

function readDate(cells: LineCells, { year, order, from1904, before }: DayContext): string | undefined {
  const found = dayCell(cells);
  if (!found) {
    if (before === undefined) cells.stop('date-missing');
    // Books leave the day away where it is that of the line above.
    else cells.look('date-carried', { date: shown(before) });
    return before;
  }
  const { cell, column } = found;
  const read = readDay(cell, { year, from1904 });
  if (!read) {
    cells.stop('date-unreadable', { text: cell.text }, column);
    return undefined;
  }
  return inOrder(read, order, cells, column, cell.text);
}

function inOrder(
  read: DayReading,
  { monthFirst, swapped }: DayOrder,
  cells: LineCells,
  column: number,
  text: string,
): string | undefined {
  const { date, how, other } = read;
  if (how === 'serial') cells.look('date-serial', { text, date: shown(date) }, column);
  if (how === 'no-year') cells.look('date-no-year', { text, date: shown(date) }, column);
  if (how === 'month-first') cells.look('date-month-first', { text, date: shown(date) }, column);
  if (how === 'cell' && swapped && other !== undefined)
    cells.look('date-swapped', { date: shown(date), other: shown(other) }, column);
  if (how !== 'text' || other === undefined || monthFirst === 'none') return date;
  if (monthFirst === 'all') {
    cells.look('date-month-first', { text, date: shown(other) }, column);
    return other;
  }
  cells.stop('date-ambiguous', { text, date: shown(date), other: shown(other) }, column);
  return undefined;
}

function checkDate(
  date: string,
  cells: LineCells,
  { fund, today, year: ofBook, yearOnly }: DayContext,
): void {
  const column = dayCell(cells)?.column;
  const year = date.slice(0, 4);
  const closed = fund.years.at(-1)?.year;
  if (closed !== undefined && year <= closed) cells.stop('date-closed', { year }, column);
  else if (date < fund.opened)
    cells.stop('date-opened', { date: shown(date), opened: shown(fund.opened) }, column);
  else if (date > today) cells.stop('date-future', { date: shown(date) }, column);
  else if (yearOnly && ofBook !== undefined && year !== ofBook)
    cells.stop('date-other-year', { date: shown(date), year: ofBook }, column);
}

/** As people of the portal write it. */
export function shown(date: string): string {
  return date.split('-').reverse().join('/');
}
