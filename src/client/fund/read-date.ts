import { isRealDate } from '../../domain/civil-date.js';

const pad = (n: number, length = 2): string => String(n).padStart(length, '0');

/**
 * A day as a treasurer types it: `5` (of this month), `5/3` (of this year), `5/3/26`, `05/03/2026`, `05032026`, also with
 * dots, dashes or spaces. `today` fills in what is left out; a day that would lie ahead is taken a month or a year
 * earlier. Answers an ISO date, or undefined where it is none.
 */
export function readDate(text: string, today: string): string | undefined {
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
    const date = iso(thisYear, Number(month));
    return real(date > today ? iso(thisYear - 1, Number(month)) : date);
  }
  const date = iso(thisYear, thisMonth);
  if (date <= today) return real(date);
  return real(thisMonth === 1 ? iso(thisYear - 1, 12) : iso(thisYear, thisMonth - 1));
}
