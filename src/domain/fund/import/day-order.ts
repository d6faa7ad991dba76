import type { DayReading } from './read-day.js';

/** What the days of a whole column say about each other. */
export interface DayOrder {
  /** Texts begin with the month: all of them, some and others not, or none. */
  monthFirst: 'all' | 'some' | 'none';
  /**
   * Dates of the spreadsheet may have day and month changed about: a program that puts the month first made dates of all
   * texts that it could read that way, and left the others as texts.
   */
  swapped: boolean;
}

/** Looks at all days of a column at once: one by one, "03/04/2025" tells nothing. */
export function dayOrder(days: readonly DayReading[]): DayOrder {
  const texts = days.filter(({ how }) => how === 'text' || how === 'month-first');
  const cells = days.filter(({ how }) => how === 'cell');
  const monthFirst = texts.filter(({ how }) => how === 'month-first').length;
  const afterTwelfth = ({ date }: DayReading): boolean => Number(date.slice(8)) > 12;
  const sureTexts = texts.filter((day) => day.how === 'text' && afterTwelfth(day)).length;
  return {
    monthFirst: monthFirst === 0 ? 'none' : sureTexts === 0 ? 'all' : 'some',
    swapped:
      sureTexts > 0 &&
      sureTexts === texts.length &&
      cells.length > 0 &&
      !cells.some((day) => afterTwelfth(day)),
  };
}
