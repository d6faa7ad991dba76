import type { Answer, Answers } from './answer.schema.js';
import type { Assessment, Mark, Marks } from './assessment.schema.js';
import { sameJson } from './same-json.js';

/**
 * The answers that count: the author's, and the reviewer's over them where he differs. Note and evidence stay the
 * author's; that something does not apply stands with the reviewer's reason.
 */
export function reviewed({ answers, review }: Pick<Assessment, 'answers' | 'review'>): Answers {
  const marks = Object.entries(review?.marks ?? {});
  if (marks.length === 0) return answers;
  return {
    ...answers,
    ...Object.fromEntries(
      marks.map(([id, mark]) => [id, withMark(Object.hasOwn(answers, id) ? answers[id] : undefined, mark)]),
    ),
  };
}

function withMark(answer: Answer | undefined, { answer: claim, reason }: Mark): Answer {
  const { note, evidence } = answer ?? {};
  return {
    ...claim,
    ...(claim.notApplicable && { reason }),
    ...(note !== undefined && { note }),
    ...(evidence !== undefined && { evidence }),
  };
}

/** An answer that is not what it was when the assessment was given back; absent: there was none, or there is none now. */
export interface AnswerChange {
  criterion: string;
  before?: Answer;
  after?: Answer;
}

/**
 * What the author changed since his assessment was last given back to him, in the order of criterion ids; empty where
 * it never was. Everything counts: the answer, its note, its evidence.
 */
export function changedSince({
  answers,
  returned,
}: Pick<Assessment, 'answers' | 'returned'>): AnswerChange[] {
  if (!returned) return [];
  const before = new Map(Object.entries(returned.answers));
  const after = new Map(Object.entries(answers));
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((criterion): AnswerChange[] => {
    const [was, is] = [before.get(criterion), after.get(criterion)];
    if (sameJson(was, is)) return [];
    return [{ criterion, ...(was && { before: was }), ...(is && { after: is }) }];
  });
}

/** Ids of facts about the subject that changed since it was last given back; they decide which criteria are asked. */
export function factsChangedSince({ facts, returned }: Pick<Assessment, 'facts' | 'returned'>): string[] {
  if (!returned) return [];
  const ids = new Set([...Object.keys(returned.facts), ...Object.keys(facts)]);
  return [...ids].filter((id) => returned.facts[id] !== facts[id]).sort();
}

/** Marks of an earlier review: they stay where the author's answer is what it was, and fall away otherwise. */
export function carriedMarks(assessment: Pick<Assessment, 'answers' | 'returned'>): {
  marks: Marks;
  dropped: string[];
} {
  const changed = new Set(changedSince(assessment).map(({ criterion }) => criterion));
  const earlier = Object.entries(assessment.returned?.marks ?? {});
  return {
    marks: Object.fromEntries(earlier.filter(([id]) => !changed.has(id))),
    dropped: earlier.flatMap(([id]) => (changed.has(id) ? [id] : [])).sort(),
  };
}
