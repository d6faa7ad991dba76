import { score } from '../score.js';
import { snapshot } from '../score-snapshot.js';
import type { Comment } from '../assessment.schema.js';
import { criterionIds } from './assessment.js';
import type { Decider, Deciders } from './decider.types.js';
import { knownSet, seenAssessment } from './guards.js';
import { inState, move } from './move.js';
import { refuse } from './refusal.js';

/** Takes an assessment up: from here on its author cannot withdraw it. */
const review: Decider<'assessment.review'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  const started = { startedAt: context.now, by: actor.id, byName: actor.name };
  return [move(assessment, { kind: command.kind, at: context.now, actor }, { review: started })];
};

/** Gives it back to its author, with a reason and remarks per criterion. */
const giveBack: Decider<'assessment.return'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  const { reason, comments } = command.payload;
  const known = criterionIds(await knownSet(assessment.criteria, context));
  const unknown = comments.flatMap(({ criterion }) =>
    criterion !== undefined && !known.has(criterion) ? [criterion] : [],
  );
  if (unknown.length > 0) refuse('criterion-unknown', unknown);
  const ids = [...assessment.comments, ...comments].map((comment) => comment.id);
  if (new Set(ids).size < ids.length) refuse('invalid', ['comments', 'id']);

  const added: Comment[] = comments.map((comment) => ({
    ...comment,
    at: context.now,
    by: actor.id,
    byName: actor.name,
  }));
  const step = { kind: command.kind, at: context.now, actor, reason };
  return [move(assessment, step, { comments: [...assessment.comments, ...added] })];
};

/** Confirms it, with the score computed anew. */
const verify: Decider<'assessment.verify'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  const set = await knownSet(assessment.criteria, context);
  const started = assessment.review ?? { startedAt: context.now, by: actor.id, byName: actor.name };
  const result = snapshot(score(set, assessment.facts, assessment.answers));
  return [
    move(
      assessment,
      { kind: command.kind, at: context.now, actor },
      { review: { ...started, score: result } },
    ),
  ];
};

export const reviewDeciders: Deciders<'assessment.review' | 'assessment.return' | 'assessment.verify'> = {
  'assessment.review': review,
  'assessment.return': giveBack,
  'assessment.verify': verify,
};
