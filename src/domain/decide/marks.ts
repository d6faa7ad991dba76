import type { Actor } from '../actor.schema.js';
import type { Assessment, Marks } from '../assessment.schema.js';
import { claimOf, sameClaim } from '../claim.js';
import type { CommandOf } from '../command.schema.js';
import type { CriteriaSet } from '../criteria-set.schema.js';
import { reviewed } from '../reviewed.js';
import { scoreCriterion } from '../score-criterion.js';
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
  const places = new Map(
    set.sections.flatMap(({ id: section, criteria }) =>
      criteria.map((criterion) => [criterion.id, { criterion, section }] as const),
    ),
  );
  const unknown = Object.keys(given).filter((id) => !places.has(id));
  if (unknown.length > 0) refuse('criterion-unknown', unknown);

  const marks = new Map(Object.entries(assessment.review?.marks ?? {}));
  for (const [id, mark] of Object.entries(given)) {
    const criterion = places.get(id)?.criterion;
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
  for (const id of Object.keys(given)) {
    const place = marks.has(id) && places.get(id);
    if (!place) continue;
    // Of these alone: a set of 500 is not scored anew for a letter.
    const { status } = scoreCriterion(place.criterion, place.section, set.scoring, assessment.facts, answers);
    if (saysNothing.has(status)) refuse('invalid', ['marks', id, 'answer'], { status });
  }
  return next;
}

const emptyReview = { startedAt: '', by: '', byName: '' };
