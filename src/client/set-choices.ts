import type { CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import type { Model } from '../domain/text.schema.js';

/**
 * The sets that may be chosen for a model and year: the host's own choice first, then those in force, then
 * superseded ones, which are offered only for years that they cover.
 */
export function setChoices(
  sets: readonly CriteriaSetSummary[],
  model: Model,
  cycle: string,
  preferred?: string,
): CriteriaSetSummary[] {
  const rank = (set: CriteriaSetSummary): number => (set.id === preferred ? 0 : set.superseded ? 2 : 1);
  return sets.filter((set) => set.model === model && covers(set, cycle)).sort((a, b) => rank(a) - rank(b));
}

function covers({ cycles, superseded }: CriteriaSetSummary, cycle: string): boolean {
  // A superseded set without a last year ends with the year in which the new one took its place.
  const to = cycles.to ?? superseded?.on.slice(0, 4);
  return cycles.from <= cycle && (to === undefined || cycle <= to);
}
