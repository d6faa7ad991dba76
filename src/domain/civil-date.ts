const dayMs = 86_400_000;
/** Viet Nam keeps UTC+7 all year. */
const vietnamMs = 7 * 3_600_000;

/** The date on a calendar in Viet Nam at an instant: `2026-12-31`. */
export function dateInVietnam(instant: string): string {
  return new Date(Date.parse(instant) + vietnamMs).toISOString().slice(0, 10);
}

/** The date exists: `2026-02-30` does not. */
export function isRealDate(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === date;
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
