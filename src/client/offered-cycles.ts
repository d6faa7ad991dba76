import { inVietnam } from '../i18n/translate.js';
import { isCycle } from './cycles.js';

/** The year on a calendar in Viet Nam, wherever the device is. */
export const yearInVietnam = (now: Date): number => Number(inVietnam(now.toISOString()).slice(0, 4));

/** Years on offer, newest first: this one, the three before it, and whatever else is in use. */
export function offeredCycles(now: Date, ...used: (string | undefined)[]): string[] {
  const year = yearInVietnam(now);
  const all = new Set([0, 1, 2, 3].map((back) => String(year - back)));
  for (const cycle of used) if (isCycle(cycle)) all.add(cycle);
  return [...all].sort().reverse();
}
