import { dateInVietnam } from '../domain/civil-date.js';

/** Month (1 = January) from which the running year is the default: until the end of March people still report on the last one. */
const firstMonthOfNewYear = 4;

/** The year that is assessed unless somebody says otherwise; the year turns in Viet Nam, wherever the device is. */
export function defaultCycle(now: Date): string {
  const [year, month] = dateInVietnam(now.toISOString()).split('-').map(Number) as [number, number];
  return String(month < firstMonthOfNewYear ? year - 1 : year);
}

export const isCycle = (cycle: string | undefined): cycle is string => /^(19|20|21)\d\d$/.test(cycle ?? '');
