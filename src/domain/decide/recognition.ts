import { dateInVietnam } from '../civil-date.js';
import type { Decider, Deciders } from './decider.types.js';
import { grant } from './grant.js';
import { seenAssessment, seenRecognition } from './guards.js';
import { inState, move } from './move.js';
import { refuse } from './refusal.js';

/** Says no, with a reason. */
const refuseTitle: Decider<'recognition.refuse'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  const { reason } = command.payload;
  return [move(assessment, { kind: command.kind, at: context.now, actor, reason })];
};

/** Takes the title away. Its assessment goes with it, so that another one can be opened for the year. */
const revoke: Decider<'recognition.revoke'> = async (command, context, actor) => {
  const { recognition, assessment } = await seenRecognition(command, context, actor);
  const { reason } = command.payload;
  const moved = move(assessment, { kind: command.kind, at: context.now, actor, reason });
  return [
    {
      type: 'recognition',
      value: {
        ...recognition,
        version: recognition.version + 1,
        state: 'revoked',
        revokedAt: context.now,
        revokedReason: reason,
        updatedAt: context.now,
      },
    },
    moved,
  ];
};

/** Keeps the signed badge with the title; another one takes the place of the earlier. A revoked title gets none. */
const attach: Decider<'recognition.attach'> = async (command, context, actor) => {
  const { recognition } = await seenRecognition(command, context, actor);
  if (recognition.state === 'revoked') refuse('wrong-state', undefined, { state: recognition.state });
  const { credential } = command.payload;
  const value = {
    ...recognition,
    version: recognition.version + 1,
    credential,
    updatedAt: context.now,
  };
  return [{ type: 'recognition', value }];
};

/** Ends a title whose last day is over in Viet Nam. */
const expire: Decider<'recognition.expire'> = async (command, context, actor) => {
  const { assessment } = await seenAssessment(command, context, actor);
  inState(assessment, command.kind);
  const until = assessment.decision?.validUntil;
  if (until !== undefined && dateInVietnam(context.now) <= until)
    refuse('invalid', ['validUntil'], { until });
  return [move(assessment, { kind: command.kind, at: context.now, actor })];
};

type Kinds = `recognition.${'grant' | 'refuse' | 'revoke' | 'attach' | 'expire'}`;

export const recognitionDeciders: Deciders<Kinds> = {
  'recognition.grant': grant,
  'recognition.refuse': refuseTitle,
  'recognition.revoke': revoke,
  'recognition.attach': attach,
  'recognition.expire': expire,
};
