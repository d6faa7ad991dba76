/** Month (0 = January) from which the running year is the default: until the end of March people still report on the last one. */
const firstMonthOfNewYear = 3;

/** The year that is assessed unless somebody says otherwise, in the reader's own time zone. */
export function defaultCycle(now: Date): string {
  return String(now.getMonth() < firstMonthOfNewYear ? now.getFullYear() - 1 : now.getFullYear());
}

export const isCycle = (cycle: string | undefined): cycle is string => /^(19|20|21)\d\d$/.test(cycle ?? '');
