/** Month (0 = January) from which the running year is the default: until the end of March people still report on the last one. */
const firstMonthOfNewYear = 3;

/** The year that is assessed unless somebody says otherwise; it turns in Viet Nam (UTC+7), wherever the device is. */
export function defaultCycle(now: Date): string {
  const there = new Date(now.getTime() + 25_200_000);
  return String(there.getUTCFullYear() - Number(there.getUTCMonth() < firstMonthOfNewYear));
}

export const isCycle = (cycle: string | undefined): cycle is string => /^(19|20|21)\d\d$/.test(cycle ?? '');
