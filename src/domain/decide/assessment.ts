import type { Answers } from '../answer.schema.js';
import type { Assessment } from '../assessment.schema.js';
import type { CriteriaSet } from '../criteria-set.schema.js';
import { receiptNumber } from '../receipt-number.js';
import { score } from '../score.js';
import { snapshot } from '../score-snapshot.js';
import type { Decider, Deciders } from './decider.types.js';
import { fittingFacts, misfitFacts } from './facts.js';
import { expectNew, knownSet, liveSubject, seenAssessment } from './guards.js';
import { inState, move } from './move.js';
import { refuse } from './refusal.js';

/** One open assessment per subject and cycle, by the set that the registration names. */
const open: Decider<'assessment.open'> = async (command, context, actor) => {
  const { cycle } = command.payload;
  expectNew(command);
  const subject = await liveSubject(command.payload.subject, command, context, actor);
  if (await context.read('assessment', command.record)) refuse('already-exists');
  const registration = subject.registrations.find((one) => one.cycle === cycle);
  if (!registration) return refuse('not-found', ['registration'], { cycle });
  const other = await context.findAssessment(subject.id, cycle);
  if (other) refuse('already-exists', undefined, { id: other.id, cycle });
  const set = await knownSet(registration.criteria, context);

  const value: Assessment = {
    id: command.record,
    version: 1,
    subjectId: subject.id,
    subjectName: subject.name,
    model: subject.model,
    cycle,
    criteria: registration.criteria,
    state: 'draft',
    facts: fittingFacts(set, subject.facts),
    answers: {},
    owner: subject.owner,
    submissions: [],
    comments: [],
    history: [
      { at: context.now, by: actor.id, byName: actor.name, kind: command.kind, from: null, to: 'draft' },
    ],
    createdAt: context.now,
    updatedAt: context.now,
  };
  return [{ type: 'assessment', value }];
};

/** Those of some ids that are no criterion of a set. */
export function unknownCriteria({ sections }: CriteriaSet, ids: readonly string[]): string[] {
  return ids.filter((id) => !sections.some(({ criteria }) => criteria.some((one) => one.id === id)));
}

/**
 * Merges answers and facts. History names each person beside the owner who filled in something, once, because
 * he cannot judge the assessment later; every single answer would bury it.
 */
const answer: Decider<'assessment.answer'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  const set = await knownSet(assessment.criteria, context);
  const unknown = unknownCriteria(set, Object.keys(command.payload.answers));
  if (unknown.length > 0) refuse('criterion-unknown', unknown);
  const wrong = misfitFacts(set, command.payload.facts ?? {});
  if (wrong.length > 0) refuse('invalid', ['facts', ...wrong]);

  const answers: Answers = { ...assessment.answers };
  for (const [id, given] of Object.entries(command.payload.answers)) {
    if (given === null) delete answers[id];
    else answers[id] = given;
  }
  const changes = { answers, facts: { ...assessment.facts, ...command.payload.facts } };
  const moved = move(assessment, { kind: command.kind, at: context.now, actor }, changes);
  const named =
    assessment.owner === actor.id ||
    assessment.history.some((entry) => entry.by === actor.id && entry.kind === command.kind);
  if (named && moved.type === 'assessment') moved.value.history = assessment.history;
  return [moved];
};

/** Scores with what is stored, never with a score from outside; refuses while anything that is asked for is open. */
const submit: Decider<'assessment.submit'> = async (command, context, actor) => {
  const { assessment, subject } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  if (subject.closedAt !== undefined) refuse('closed');
  const set = await knownSet(assessment.criteria, context);
  const result = score(set, assessment.facts, assessment.answers);
  const missing = [...new Set([...result.open, ...result.evidence])];
  if (missing.length > 0) {
    refuse('incomplete', missing, { open: result.open.length, evidence: result.evidence.length });
  }
  const { review: _ended, ...rest } = assessment;
  return [
    move(
      rest,
      { kind: command.kind, at: context.now, actor },
      {
        subjectName: subject.name,
        submissions: [
          ...assessment.submissions,
          {
            receipt: receiptNumber(command.id, context.now),
            at: context.now,
            by: actor.id,
            byName: actor.name,
            score: snapshot(result),
          },
        ],
      },
    ),
  ];
};

const withdraw: Decider<'assessment.withdraw'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  const last = assessment.submissions.length - 1;
  const submissions = assessment.submissions.map((one, index) =>
    index === last ? { ...one, withdrawnAt: context.now } : one,
  );
  const { reason } = command.payload;
  return [move(assessment, { kind: command.kind, at: context.now, actor, reason }, { submissions })];
};

type Kinds = 'assessment.open' | 'assessment.answer' | 'assessment.submit' | 'assessment.withdraw';

export const assessmentDeciders: Deciders<Kinds> = {
  'assessment.open': open,
  'assessment.answer': answer,
  'assessment.submit': submit,
  'assessment.withdraw': withdraw,
};
