/** Month (0 = January) from which the running year is the default: until the end of March people still report on the last one. */
const firstMonthOfNewYear = 3;

/** The year that is assessed unless somebody says otherwise, in the reader's own time zone. */
export function defaultCycle(now: Date): string {
  return String(now.getMonth() < firstMonthOfNewYear ? now.getFullYear() - 1 : now.getFullYear());
}

/** Years on offer, newest first: this one, the three before it, and whatever else is in use. */
export function offeredCycles(now: Date, ...used: (string | undefined)[]): string[] {
  const year = now.getFullYear();
  const all = new Set([0, 1, 2, 3].map((back) => String(year - back)));
  for (const cycle of used) if (isCycle(cycle)) all.add(cycle);
  return [...all].sort().reverse();
}

export const isCycle = (cycle: string | undefined): cycle is string => /^(19|20|21)\d\d$/.test(cycle ?? '');
