import type { Assessment, Mark } from './assessment.schema.js';
import type { CriteriaSet } from './criteria-set.schema.js';
import { withMarks } from './decide/marks.js';
import { Refusal } from './decide/refusal.js';
import type { Rejection } from './reader.types.js';

const nobody = { at: '', actor: { id: '', name: '', roles: [] } };

/**
 * Why a mark would be refused, found by the very rule that refuses it: its answer, its reason, or both. None where it
 * says the same as the author, because then it is no mark.
 */
export function markFaults(
  assessment: Assessment,
  set: CriteriaSet,
  id: string,
  { answer, reason }: Pick<Mark, 'answer' | 'reason'>,
): Rejection[] {
  const given = refusalOf(() => withMarks(assessment, { [id]: { answer, reason: '-' } }, set, nobody));
  const explained = refusalOf(() => withMarks(assessment, { [id]: { answer, reason } }, set, nobody));
  const bare = explained?.path?.at(-1) === 'reason';
  return [...(given ? [given] : []), ...(explained && bare ? [explained] : [])];
}

function refusalOf(judge: () => unknown): Rejection | undefined {
  try {
    judge();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal && error.decision.status === 'rejected') return error.decision.rejection;
    throw error;
  }
}
