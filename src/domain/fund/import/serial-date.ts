const dayMs = 86_400_000;
/** 1899-12-30, and 1904-01-01: day 0 of either way to count. */
const zero1900 = Date.UTC(1899, 11, 30);
const zero1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31. */
const last = 2_958_465;

/**
 * The ISO date that a spreadsheet keeps as a number of days; the time of day is left away. Undefined for what is no
 * day: below 1, beyond the year 9999, and the 29th of February 1900, which Excel counts though it never was.
 */
export function serialDate(serial: number, from1904 = false): string | undefined {
  if (!Number.isFinite(serial)) return undefined;
  const day = Math.floor(serial);
  if (from1904) return day >= 0 && day <= last - 1462 ? iso(zero1904 + day * dayMs) : undefined;
  if (day < 1 || day > last || day === 60) return undefined;
  return iso(zero1900 + (day < 60 ? day + 1 : day) * dayMs);
}

function iso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
