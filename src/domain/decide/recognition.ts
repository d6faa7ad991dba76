import type { Actor } from '../actor.schema.js';
import type { ScoreSnapshot } from '../assessment.schema.js';
import { addMonths, dateInVietnam, isRealDate } from '../civil-date.js';
import type { CommandOf } from '../command.schema.js';
import type { CriteriaSet } from '../criteria-set.schema.js';
import type { DecisionContext } from '../reader.types.js';
import type { StoredRecord } from '../receipt.schema.js';
import type { Decider, Deciders } from './decider.types.js';
import { knownSet, seenAssessment } from './guards.js';
import { inState, move } from './move.js';
import { refuse } from './refusal.js';

/** Months that a title holds where the set says nothing: most models are assessed every year. */
const defaultMonths = 12;

/** Classes or levels that bring the title, with a number that grows with their rank. */
function titles(set: CriteriaSet): Map<string, number> {
  if (set.scoring.mode === 'checklist')
    return new Map(set.scoring.levels.map((level) => [level.id, level.rank]));
  const brings = set.scoring.classes.filter((one) => one.recognised !== false);
  return new Map(brings.map((one) => [one.id, one.min]));
}

/** The title can be granted on this score: not above it. A score that is not conclusive leaves it to the signer. */
function grantable(set: CriteriaSet, outcome: string, verified: ScoreSnapshot | undefined): boolean {
  const ranks = titles(set);
  const rank = ranks.get(outcome);
  if (rank === undefined) return false;
  if (verified && !verified.conclusive) return true;
  if (!verified?.passed || verified.outcome === null) return false;
  return rank <= (ranks.get(verified.outcome) ?? -Infinity);
}

const grant: Decider<'recognition.grant'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  const { decision } = command.payload;
  const set = await knownSet(assessment.criteria, context);
  if (!isRealDate(decision.date)) refuse('invalid', ['decision', 'date']);
  if (!grantable(set, decision.outcome, assessment.review?.score)) refuse('invalid', ['decision', 'outcome']);
  const validUntil = addMonths(decision.date, set.recognition?.months ?? defaultMonths);
  return [
    move(
      assessment,
      { kind: command.kind, at: context.now, actor },
      { decision: { ...decision, validUntil } },
    ),
  ];
};

/** Says no, or takes the title away: both need a reason and nothing else. */
async function end(
  command: CommandOf<'recognition.refuse' | 'recognition.revoke'>,
  context: DecisionContext,
  actor: Actor,
): Promise<StoredRecord[]> {
  const { assessment } = await seenAssessment(command, context, actor);
  const { reason } = command.payload;
  return [move(assessment, { kind: command.kind, at: context.now, actor, reason })];
}

/** Ends a title whose last day is over in Viet Nam. */
const expire: Decider<'recognition.expire'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  const until = assessment.decision?.validUntil;
  if (until !== undefined && dateInVietnam(context.now) <= until)
    refuse('invalid', ['validUntil'], { until });
  return [move(assessment, { kind: command.kind, at: context.now, actor })];
};

type Kinds = 'recognition.grant' | 'recognition.refuse' | 'recognition.revoke' | 'recognition.expire';

export const recognitionDeciders: Deciders<Kinds> = {
  'recognition.grant': grant,
  'recognition.refuse': end,
  'recognition.revoke': end,
  'recognition.expire': expire,
};
