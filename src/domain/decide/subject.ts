import type { Actor } from '../actor.schema.js';
import type { Assessment } from '../assessment.schema.js';
import { changeSet, mayChangeSet } from '../change-set.js';
import type { CommandOf } from '../command.schema.js';
import { misfit } from '../criteria-fit.js';
import { criteriaKey } from '../criteria-key.js';
import type { CriteriaSet } from '../criteria-set.schema.js';
import type { DecisionContext } from '../reader.types.js';
import type { Subject } from '../subject.schema.js';
import type { Decider, Deciders } from './decider.types.js';
import { fittingFacts } from './facts.js';
import { expectNew, knownSet, permitMove, permitSubject, sameVersion } from './guards.js';
import { refuse } from './refusal.js';

/**
 * Creates the subject if it is new, and registers it for a year. The set of a year may change until its assessment was
 * submitted for the first time; an assessment that is open follows, and keeps every answer (`changeSet`).
 */
const register: Decider<'subject.register'> = async (command, context, actor) => {
  const { cycle, criteria, ...fields } = command.payload;
  const known = await context.read('subject', command.record);
  if (known) {
    permitSubject(actor, command.kind, known);
    sameVersion(command, { type: 'subject', value: known });
    if (known.closedAt !== undefined) refuse('closed');
    if (known.model !== fields.model) refuse('invalid', ['model']);
    permitMove(actor, command.kind, { ...known, place: fields.place });
  } else {
    expectNew(command);
  }
  const found = known && (await context.findAssessment(known.id, cycle));
  if (found && (!mayChangeSet(found) || criteriaKey(found.criteria) === criteriaKey(criteria)))
    refuse('already-exists', ['cycle'], { cycle });
  const set = await knownSet(criteria, context);
  const wrong = misfit(set, fields, cycle);
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
  if (!found) return [{ type: 'subject', value }];
  return [
    { type: 'subject', value },
    { type: 'assessment', value: await bySet(set, value, found.id, context, actor) },
  ];
};

/** The open assessment by the set that the subject is registered for now. */
async function bySet(
  set: CriteriaSet,
  subject: Subject,
  id: string,
  context: DecisionContext,
  actor: Actor,
): Promise<Assessment> {
  // Read by its id, so that nothing that is answered meanwhile goes by unseen.
  const open = (await context.read('assessment', id)) ?? refuse('not-found', ['assessment']);
  const before = await context.read('criteria', criteriaKey(open.criteria));
  const { answers, facts, setAside } = changeSet(open, before, set);
  const entry = { at: context.now, by: actor.id, byName: actor.name, kind: 'subject.register' };
  const { setAside: _earlier, ...rest } = open;
  return {
    ...rest,
    version: open.version + 1,
    subjectName: subject.name,
    criteria: { id: set.id, version: set.version },
    facts: { ...facts, ...fittingFacts(set, subject.facts) },
    answers,
    ...(setAside.length > 0 && { setAside }),
    updatedAt: context.now,
    history: [...open.history, { ...entry, from: open.state, to: open.state }],
  };
}

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
  permitMove(actor, command.kind, value);
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
