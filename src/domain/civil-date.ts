const dayMs = 86_400_000;
/** Viet Nam keeps UTC+7 all year. */
const vietnamMs = 7 * 3_600_000;

/** All rows of an import are entered at one instant, and each is asked whether its day is still to come. */
let lastInstant = '';
let lastDate = '';

/** The date on a calendar in Viet Nam at an instant: `2026-12-31`. */
export function dateInVietnam(instant: string): string {
  if (instant !== lastInstant) {
    lastDate = new Date(Date.parse(instant) + vietnamMs).toISOString().slice(0, 10);
    lastInstant = instant;
  }
  return lastDate;
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The date exists: `2026-02-30` does not. By hand, because every row of an import is asked. */
export function isRealDate(date: string): boolean {
  const [, y, m, d] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (y === undefined) return false;
  const [year, month, day] = [Number(y), Number(m), Number(d)];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0));
}

/** The same day so many months later, or the last day of that month where it is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 1) - dayMs);
  const found = new Date(
    Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate())),
  );
  return found.toISOString().slice(0, 10);
}
