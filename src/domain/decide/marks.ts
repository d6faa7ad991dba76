import type { Actor } from '../actor.schema.js';
import type { Assessment, Marks } from '../assessment.schema.js';
import { claimOf, sameClaim } from '../claim.js';
import type { CommandOf } from '../command.schema.js';
import type { CriteriaSet, Criterion } from '../criteria-set.schema.js';
import { reviewed } from '../reviewed.js';
import { score } from '../score.js';
import type { CriterionStatus } from '../score.types.js';
import { refuse } from './refusal.js';

type Given = CommandOf<'assessment.mark'>['payload']['marks'];

/** A mark on one of these would say nothing. */
const saysNothing: ReadonlySet<CriterionStatus> = new Set(['unanswered', 'invalid', 'gap', 'excluded']);

/**
 * The marks after a patch. One that says the same as the author takes the earlier one away, like null: who goes back to
 * the author's figure does not differ. Refused are unknown criteria, a reason of blanks, and an answer that the set
 * could not score.
 */
export function withMarks(
  assessment: Assessment,
  given: Given,
  set: CriteriaSet,
  { at, actor }: { at: string; actor: Actor },
): Marks {
  const criteria = new Map(
    set.sections.flatMap((section) => section.criteria.map((one): [string, Criterion] => [one.id, one])),
  );
  const unknown = Object.keys(given).filter((id) => !criteria.has(id));
  if (unknown.length > 0) refuse('criterion-unknown', unknown);

  const marks = new Map(Object.entries(assessment.review?.marks ?? {}));
  for (const [id, mark] of Object.entries(given)) {
    const criterion = criteria.get(id);
    if (!criterion || !mark || sameClaim(criterion, mark.answer, assessment.answers[id])) {
      marks.delete(id);
      continue;
    }
    if (mark.reason.trim() === '') refuse('invalid', ['marks', id, 'reason']);
    const { reason } = mark;
    marks.set(id, { answer: claimOf(criterion, mark.answer), reason, at, by: actor.id, byName: actor.name });
  }

  const next = Object.fromEntries(marks);
  const answers = reviewed({ answers: assessment.answers, review: { ...emptyReview, marks: next } });
  const { criteria: results } = score(set, assessment.facts, answers);
  for (const id of Object.keys(given)) {
    const status = results[id]?.status;
    if (marks.has(id) && (status === undefined || saysNothing.has(status)))
      refuse('invalid', ['marks', id, 'answer'], { status: status ?? 'unanswered' });
  }
  return next;
}

const emptyReview = { startedAt: '', by: '', byName: '' };
