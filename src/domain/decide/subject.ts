import type { Actor } from '../actor.schema.js';
import type { CommandOf } from '../command.schema.js';
import { misfit } from '../criteria-fit.js';
import type { DecisionContext } from '../reader.types.js';
import type { Subject } from '../subject.schema.js';
import type { Decider, Deciders } from './decider.types.js';
import { expectNew, knownSet, permitSubject, sameVersion } from './guards.js';
import { refuse } from './refusal.js';

/** Creates the subject if it is new, and registers it for a year. The set of a year may change until an assessment is open. */
const register: Decider<'subject.register'> = async (command, context, actor) => {
  const { cycle, criteria, ...fields } = command.payload;
  const known = await context.read('subject', command.record);
  if (known) {
    permitSubject(actor, command.kind, known);
    sameVersion(command, { type: 'subject', value: known });
    if (known.closedAt !== undefined) refuse('closed');
    if (known.model !== fields.model) refuse('invalid', ['model']);
    if (await context.findAssessment(known.id, cycle)) refuse('already-exists', ['cycle'], { cycle });
  } else {
    expectNew(command);
  }
  const wrong = misfit(await knownSet(criteria, context), fields, cycle);
  if (wrong) refuse('criteria-not-applicable', [wrong]);

  const earlier = known?.registrations.filter((one) => one.cycle !== cycle) ?? [];
  const value: Subject = {
    ...known,
    ...fields,
    id: command.record,
    version: (known?.version ?? 0) + 1,
    registrations: [...earlier, { cycle, criteria, at: context.now, by: actor.id }],
    owner: known?.owner ?? actor.id,
    createdAt: known?.createdAt ?? context.now,
    updatedAt: context.now,
  };
  return [{ type: 'subject', value }];
};

/** The subject as the person saw it, still open. */
async function seen(
  command: CommandOf<'subject.update' | 'subject.close'>,
  context: DecisionContext,
  actor: Actor,
): Promise<Subject> {
  const subject = await context.read('subject', command.record);
  if (!subject) return refuse('not-found');
  permitSubject(actor, command.kind, subject);
  sameVersion(command, { type: 'subject', value: subject });
  if (subject.closedAt !== undefined) refuse('closed');
  return subject;
}

const update: Decider<'subject.update'> = async (command, context, actor) => {
  const subject = await seen(command, context, actor);
  // A field that came as undefined was not meant to be taken away.
  const given = Object.entries(command.payload).filter(([, value]) => value !== undefined);
  const value: Subject = {
    ...subject,
    ...(Object.fromEntries(given) as Partial<Subject>),
    version: subject.version + 1,
    updatedAt: context.now,
  };
  return [{ type: 'subject', value }];
};

const close: Decider<'subject.close'> = async (command, context, actor) => {
  const subject = await seen(command, context, actor);
  const value: Subject = {
    ...subject,
    version: subject.version + 1,
    closedAt: context.now,
    updatedAt: context.now,
  };
  return [{ type: 'subject', value }];
};

export const subjectDeciders: Deciders<'subject.register' | 'subject.update' | 'subject.close'> = {
  'subject.register': register,
  'subject.update': update,
  'subject.close': close,
};
