import type { Criterion } from './criteria-set.schema.js';
import type { CriterionResult, ScoreResult } from './score.types.js';

/** A criterion with what became of it. */
export interface Scored {
  criterion: Criterion;
  result: CriterionResult;
}

/** What a mode makes of all criteria together. */
export type Summary = Pick<ScoreResult, 'total' | 'max' | 'outcome' | 'passed' | 'reachable' | 'reasons'>;

export const isOpen = ({ status }: CriterionResult): boolean =>
  status === 'unanswered' || status === 'invalid';

/** Counts towards maximum, minimum or level: neither left out by its condition nor declared not applicable. */
export const isApplicable = ({ status }: CriterionResult): boolean =>
  status !== 'excluded' && status !== 'not-applicable';

const SHOWN = 10;

/** Printed numbers of criteria, so that a sentence can name them; a long list is cut short. */
export function printedNumbers(criteria: readonly Criterion[]): string {
  const numbers = criteria.slice(0, SHOWN).map((criterion) => criterion.number ?? criterion.id);
  return numbers.join(', ') + (criteria.length > SHOWN ? ', …' : '');
}
