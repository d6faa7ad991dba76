/** Month (0 = January) from which the running year is the default: until the end of March people still report on the last one. */
const firstMonthOfNewYear = 3;

/** A time whose parts in UTC are those of a calendar in Viet Nam (UTC+7 all year), wherever the device is. */
const inVietnam = (now: Date): Date => new Date(now.getTime() + 25_200_000);

/** The year on a calendar in Viet Nam. */
export const yearInVietnam = (now: Date): number => inVietnam(now).getUTCFullYear();

/** The year that is assessed unless somebody says otherwise. */
export function defaultCycle(now: Date): string {
  const early = inVietnam(now).getUTCMonth() < firstMonthOfNewYear;
  return String(yearInVietnam(now) - (early ? 1 : 0));
}

export const isCycle = (cycle: string | undefined): cycle is string => /^(19|20|21)\d\d$/.test(cycle ?? '');
