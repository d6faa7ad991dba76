import type { Consent } from '../consent.schema.js';
import type { Decider, Deciders } from './decider.types.js';
import { expectNew, liveSubject, permitSubject, sameVersion } from './guards.js';
import { refuse } from './refusal.js';

const give: Decider<'consent.give'> = async (command, context, actor) => {
  expectNew(command);
  const subject = await liveSubject(command.payload.subjectId, command, context, actor);
  if (await context.read('consent', command.record)) refuse('already-exists');
  const value: Consent = {
    ...command.payload,
    subjectId: subject.id,
    id: command.record,
    version: 1,
    givenAt: context.now,
    recordedBy: actor.id,
  };
  return [{ type: 'consent', value }];
};

/** A consent can be taken back even where the subject is closed: the right does not end with the registration. */
const withdraw: Decider<'consent.withdraw'> = async (command, context, actor) => {
  const consent = await context.read('consent', command.record);
  if (!consent) return refuse('not-found');
  const subject = await context.read('subject', consent.subjectId);
  if (!subject) return refuse('not-found', ['subject']);
  permitSubject(actor, command.kind, subject);
  sameVersion(command, { type: 'consent', value: consent });
  if (consent.withdrawnAt !== undefined) refuse('wrong-state');
  const value: Consent = { ...consent, version: consent.version + 1, withdrawnAt: context.now };
  return [{ type: 'consent', value }];
};

export const consentDeciders: Deciders<'consent.give' | 'consent.withdraw'> = {
  'consent.give': give,
  'consent.withdraw': withdraw,
};
