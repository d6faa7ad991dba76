import type { Comment, Marks, Review } from '../assessment.schema.js';
import { carriedMarks, reviewed } from '../reviewed.js';
import { score } from '../score.js';
import { snapshot } from '../score-snapshot.js';
import { unknownCriteria } from './assessment.js';
import type { Decider, Deciders } from './decider.types.js';
import { knownSet, seenAssessment } from './guards.js';
import { withMarks } from './marks.js';
import { inState, move } from './move.js';
import { refuse } from './refusal.js';

/** Takes an assessment up: from here on its author cannot withdraw it. */
const review: Decider<'assessment.review'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  const { marks, dropped } = carriedMarks(assessment);
  const started: Review = {
    startedAt: context.now,
    by: actor.id,
    byName: actor.name,
    ...(Object.keys(marks).length > 0 && { marks }),
    ...(dropped.length > 0 && { dropped }),
  };
  return [move(assessment, { kind: command.kind, at: context.now, actor }, { review: started })];
};

/**
 * Says where the reviewer differs. History names each person beside the one who took it up, once, as with answers.
 */
const mark: Decider<'assessment.mark'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  const set = await knownSet(assessment.criteria, context);
  const started = assessment.review ?? { startedAt: context.now, by: actor.id, byName: actor.name };
  const marks = withMarks(assessment, command.payload.marks, set, { at: context.now, actor });
  const { marks: _earlier, ...rest } = started;
  const next: Review = { ...rest, ...(Object.keys(marks).length > 0 && { marks }) };
  const moved = move(assessment, { kind: command.kind, at: context.now, actor }, { review: next });
  const named =
    started.by === actor.id ||
    assessment.history.some((entry) => entry.by === actor.id && entry.kind === command.kind);
  if (named && moved.type === 'assessment') moved.value.history = assessment.history;
  return [moved];
};

/** Gives it back to its author, with a reason and remarks per criterion; what he had answered is kept for comparison. */
const giveBack: Decider<'assessment.return'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  const { reason, comments } = command.payload;
  const unknown = unknownCriteria(
    await knownSet(assessment.criteria, context),
    comments.flatMap(({ criterion }) => criterion ?? []),
  );
  if (unknown.length > 0) refuse('criterion-unknown', unknown);
  const ids = [...assessment.comments, ...comments].map((comment) => comment.id);
  if (new Set(ids).size < ids.length) refuse('invalid', ['comments', 'id']);

  const who = { at: context.now, by: actor.id, byName: actor.name };
  const added: Comment[] = comments.map((comment) => ({ ...comment, ...who }));
  const { answers, facts, review } = assessment;
  const step = { kind: command.kind, at: context.now, actor, reason };
  return [
    move(assessment, step, {
      comments: [...assessment.comments, ...added],
      returned: { ...who, reason, answers, facts, ...(review?.marks && { marks: review.marks }) },
    }),
  ];
};

function markWithoutReason(marks: Marks = {}): string[] {
  return Object.entries(marks).flatMap(([id, { reason }]) => (reason.trim() === '' ? [id] : []));
}

/** Confirms it, with the score of the answers that count computed anew. */
const verify: Decider<'assessment.verify'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  const bare = markWithoutReason(assessment.review?.marks);
  if (bare.length > 0) refuse('invalid', ['marks', ...bare, 'reason']);
  const set = await knownSet(assessment.criteria, context);
  const started = assessment.review ?? { startedAt: context.now, by: actor.id, byName: actor.name };
  const result = snapshot(score(set, assessment.facts, reviewed(assessment)));
  return [
    move(
      assessment,
      { kind: command.kind, at: context.now, actor },
      { review: { ...started, score: result } },
    ),
  ];
};

type Kinds = 'assessment.review' | 'assessment.mark' | 'assessment.return' | 'assessment.verify';

export const reviewDeciders: Deciders<Kinds> = {
  'assessment.review': review,
  'assessment.mark': mark,
  'assessment.return': giveBack,
  'assessment.verify': verify,
};
