import type { CriteriaSetSummary } from './criteria-set.schema.js';
import type { Model } from './text.schema.js';

/** The set may be chosen for a year. A superseded set without a last year ends with the year in which another took its place. */
export function fitsCycle(set: Pick<CriteriaSetSummary, 'cycles' | 'superseded'>, cycle: string): boolean {
  const last = set.cycles.to ?? set.superseded?.on.slice(0, 4);
  return set.cycles.from <= cycle && (last === undefined || cycle <= last);
}

/** Why a set cannot be used for a subject in a year, as the name of the field that is in the way; undefined where it fits. */
export function misfit(
  set: Pick<CriteriaSetSummary, 'cycles' | 'superseded' | 'model' | 'subjectGroup'>,
  subject: { model: Model; subjectGroup?: string | undefined },
  cycle: string,
): 'model' | 'subjectGroup' | 'cycle' | undefined {
  if (set.model !== subject.model) return 'model';
  if (set.subjectGroup !== undefined && set.subjectGroup !== subject.subjectGroup) return 'subjectGroup';
  return fitsCycle(set, cycle) ? undefined : 'cycle';
}
