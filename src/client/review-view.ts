import type { Actor } from '../domain/actor.schema.js';
import type { Answers } from '../domain/answer.schema.js';
import type { Assessment, Comment, Mark } from '../domain/assessment.schema.js';
import type { CriteriaSet, Criterion } from '../domain/criteria-set.schema.js';
import { isAuthor, mayActOn } from '../domain/permissions.js';
import { changedSince, reviewed } from '../domain/reviewed.js';
import { score, type Scoring } from '../domain/score.js';
import type { ReviewView } from './review.types.js';
import { sameJson } from './same-json.js';
import { share } from './share-answers.js';
import { asGiven } from './as-given.js';

/** Marks can be typed: it is being judged, by this person. */
export const isOpen = ({ may, assessment }: Pick<ReviewView, 'may' | 'assessment'>): boolean =>
  may === 'yes' && assessment.state === 'in-review';

export interface ReviewStore {
  readonly get: () => ReviewView;
  /** Puts the patch over the view, and whatever follows from it. */
  readonly put: (patch: Partial<ReviewView>) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly clear: () => void;
}

/** What one review is shown from, and those who watch it. */
export function createReviewStore(assessment: Assessment, set: CriteriaSet, actor: Actor): ReviewStore {
  const listeners = new Set<() => void>();
  let selfScored: Scoring | undefined;
  let ownScored: Scoring | undefined;

  const judge = (one: Assessment): ReviewView['may'] =>
    mayActOn(
      asGiven(actor),
      'assessment.review',
      { owner: one.owner, subjectId: one.subjectId },
      isAuthor(actor.id, one),
    );

  /** Only what is another answer now is scored again: a keystroke in a set of 500 costs one criterion. */
  function scores({ assessment: seen, drafts }: Pick<ReviewView, 'assessment' | 'drafts'>) {
    const { answers, facts, review } = seen;
    const typed = [...drafts].map(([id, draft]) => [id, { ...draft, at: '', by: '', byName: '' }]);
    const marks = { ...review?.marks, ...(Object.fromEntries(typed) as Record<string, Mark>) };
    const count = reviewed({ answers, review: { startedAt: '', by: '', byName: '', ...review, marks } });
    const own: Answers = { ...count };
    for (const id of Object.keys(marks)) {
      const before = ownScored?.answers[id];
      if (before && sameJson(before, own[id])) own[id] = before;
    }
    const self = score(set, facts, answers, selfScored);
    const result = score(set, facts, own, ownScored);
    selfScored = { set, facts, answers, result: self };
    ownScored = { set, facts, answers: own, result };
    return { self, result };
  }

  /** What follows from the assessment as it is stored. */
  const about = (one: Assessment) => ({
    may: judge(one),
    changed: new Map(changedSince(one).map((change) => [change.criterion, change])),
    earlier: byCriterion(one.comments),
  });

  let view = Object.freeze<ReviewView>({
    assessment,
    set,
    criteria: new Map<string, Criterion>(
      set.sections.flatMap((section) => section.criteria.map((one) => [one.id, one] as const)),
    ),
    ...about(assessment),
    drafts: new Map(),
    faults: new Map(),
    clashes: new Set<string>(),
    comments: new Map(),
    reason: '',
    stranded: 0,
    ...scores({ assessment, drafts: new Map() }),
    save: { status: 'idle' },
    kept: { status: 'idle' },
    act: { status: 'idle' },
  });

  return {
    get: () => view,
    put(patch) {
      const next = { ...view, ...patch };
      if (patch.assessment) {
        const { answers, facts } = view.assessment;
        const theirs = patch.assessment;
        next.assessment = {
          ...theirs,
          answers: share(answers, theirs.answers),
          facts: sameJson(facts, theirs.facts) ? facts : theirs.facts,
        };
        Object.assign(next, about(next.assessment));
      }
      if (patch.assessment || patch.drafts) Object.assign(next, scores(next));
      view = Object.freeze(next);
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clear: () => listeners.clear(),
  };
}

function byCriterion(comments: readonly Comment[]): Map<string, Comment[]> {
  const found = new Map<string, Comment[]>();
  for (const one of comments) {
    if (one.criterion === undefined) continue;
    const list = found.get(one.criterion);
    if (list) list.push(one);
    else found.set(one.criterion, [one]);
  }
  return found;
}
