import type { Deadline } from './criteria-set.schema.js';
import type { LocalText } from './text.schema.js';

/** A day by which something has to be done in a year's round. */
export interface DueDay {
  id: string;
  label: LocalText;
  /** ISO date. */
  date: string;
  /** The day itself is too late already. */
  before: boolean;
  passed: boolean;
}

/**
 * The deadlines of a set for the year that is assessed, the earliest first.
 * @param today ISO date; absent: nothing is said to have passed
 */
export function dueDays(
  { deadlines = [] }: { deadlines?: readonly Deadline[] | undefined },
  cycle: string,
  today?: string,
): DueDay[] {
  return deadlines
    .map(({ id, label, monthDay, yearOffset, before = false }) => {
      const date = dayIn(Number(cycle) + yearOffset, monthDay);
      const passed = today !== undefined && (before ? today >= date : today > date);
      return { id, label, date, before, passed };
    })
    .sort((a, b) => a.date.localeCompare(b.date));
}

/** 29 February is the last day of February in a year that has none. */
function dayIn(year: number, monthDay: string): string {
  const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
  return `${String(year).padStart(4, '0')}-${monthDay === '02-29' && !leap ? '02-28' : monthDay}`;
}
