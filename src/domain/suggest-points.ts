import type { AchievementNote } from './achievement.schema.js';
import type { Criterion, CriteriaSet } from './criteria-set.schema.js';
import { fromHundredths, toHundredths } from './hundredths.js';

/** What the records come to for a criterion: how many count, and how many points that is. */
export interface Suggestion {
  n: number;
  points: number;
}

/** The day lies in what the set looks at: the year assessed, or the part of it that its data must cover. */
export function isWithinYear(on: string, cycle: string, period?: CriteriaSet['period']): boolean {
  const day = on.slice(5);
  return on.startsWith(`${cycle}-`) && (!period || (day >= period.from && day <= period.to));
}

/**
 * Points that courses or badges of the year come to, by the rule that the criterion itself gives: at most its maximum, and
 * rounded down to its step. Undefined where the criterion gives none.
 */
export function suggestPoints(
  { suggest, input, max, step }: Criterion,
  notes: readonly AchievementNote[],
  cycle: string,
  period?: CriteriaSet['period'],
): Suggestion | undefined {
  if (!suggest || input !== 'points' || max === undefined) return undefined;
  const n = notes.filter(({ kind, on }) => kind === suggest.count && isWithinYear(on, cycle, period)).length;
  const all = n * toHundredths(suggest.points);
  const unit = Math.max(toHundredths(step), 1);
  const points = all >= toHundredths(max) ? max : fromHundredths(all - (all % unit));
  return { n, points };
}
