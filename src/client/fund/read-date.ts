import { addMonths, isRealDate } from '../../domain/civil-date.js';

const pad = (n: number, length = 2): string => String(n).padStart(length, '0');

/**
 * A day as a treasurer types it: `5` (of this month), `5/3` (of this year), `5/3/26`, `05/03/2026`, `05032026`, also with
 * dots, dashes or spaces. `today` fills in what is left out; a day that would lie beyond `until` is taken a month or a
 * year earlier. Answers an ISO date, or undefined where it is none.
 */
export function readDate(text: string, today: string, until = today): string | undefined {
  const typed = text.trim();
  if (/^\d{4}-\d\d-\d\d$/.test(typed)) return isRealDate(typed) ? typed : undefined;
  const together = /^(\d\d)(\d\d)(\d{4}|\d\d)?$/.exec(typed);
  const apart = /^(\d{1,2})(?:[/.\- ]+(\d{1,2})(?:[/.\- ]+(\d{4}|\d\d))?)?$/.exec(typed);
  const [, day, month, year] = together ?? apart ?? [];
  if (day === undefined) return undefined;
  const [thisYear = 0, thisMonth = 1] = today.split('-').map(Number);
  const iso = (y: number, m: number): string => `${pad(y, 4)}-${pad(m)}-${pad(Number(day))}`;
  const real = (date: string): string | undefined => (isRealDate(date) ? date : undefined);
  if (year !== undefined)
    return real(iso(year.length === 2 ? 2000 + Number(year) : Number(year), Number(month)));
  if (month !== undefined) {
    const ahead = [1, 0].map((more) => iso(thisYear + more, Number(month)));
    return real(ahead.find((date) => date <= until) ?? iso(thisYear - 1, Number(month)));
  }
  const date = iso(thisYear, thisMonth);
  if (date <= until) return real(date);
  return real(thisMonth === 1 ? iso(thisYear - 1, 12) : iso(thisYear, thisMonth - 1));
}

/** A day that may lie ahead, as of a goal: without its year it is the last one of its name within a year from now. */
export const readComingDate = (text: string, today: string): string | undefined =>
  readDate(text, today, addMonths(today, 12));

/** The day of a paper, as it is typed: without its year it is the one that is nearest. */
export const readNearDate = (text: string, today: string): string | undefined =>
  readDate(text, today, addMonths(today, 6));
