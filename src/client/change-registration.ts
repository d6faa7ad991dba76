import { HtsdError } from '../backend/errors.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { Command, CommandOf } from '../domain/command.schema.js';
import { criteriaKey } from '../domain/criteria-key.js';
import type { Subject } from '../domain/subject.schema.js';
import { sending } from './later-parts.js';
import { rejectionOf } from './rejection-of.js';
import { sameJson } from './same-json.js';
import type { SessionContext } from './session-context.js';
import type { RegisterFields } from './view.types.js';

/** How often somebody else may be faster before we stop running after him. */
const rounds = 5;

/**
 * Corrects what was registered for the year that is open: the subject's fields, what is known about it, and, while the
 * assessment was never submitted, its criteria set. Everything typed goes to the back end first, so that it is there to
 * be carried over or kept apart. Errors: those of sending, and `conflict`.
 */
export async function changeRegistration(
  context: SessionContext,
  { consents: _given, ...given }: RegisterFields,
): Promise<void> {
  const { client, store, signal } = context;
  if (!(await sendTyped(context))) return;
  let { subject, assessment } = store.get();
  if (!assessment || !subject) return;
  const began = subject;
  let fields: Fields = given;
  for (let round = 0; ; round++) {
    const commands = commandsFor(context, fields, subject, assessment);
    const receipts = commands.length ? await client.execute(commands, { signal }) : [];
    const conflict = receipts.find((receipt) => receipt.status === 'conflict');
    if (conflict) {
      // Somebody else corrected it meanwhile, or an answer to us was lost: what this person changed goes on top, once he was told
      // of what stands in its place by now.
      const { current } = conflict;
      if (current.type === 'subject' && round < rounds) {
        subject = current.value;
        fields = overTheirs(context, given, began, subject);
      } else if (current.type === 'assessment' && round < rounds) assessment = current.value;
      else throw new HtsdError('conflict', { retryable: true });
      continue;
    }
    const refused = receipts.find((receipt) => receipt.status === 'rejected');
    if (!refused) return context.load(subject.id);
    store.set({ submit: { status: 'rejected', rejection: rejectionOf(refused) } });
    return;
  }
}

/** Brings everything typed to the back end; false where something is in the way that the person reads about. */
async function sendTyped(context: SessionContext): Promise<boolean> {
  const { desk, store } = context;
  if (!desk) return true;
  const { createDelivery } = await sending();
  const delivery = createDelivery(context, desk, () => undefined);
  try {
    const delivered = await delivery.send();
    if (delivered.status === 'conflicts') throw new HtsdError('conflict', { retryable: true });
    if (delivered.status === 'rejected')
      store.set({ submit: { status: 'rejected', rejection: delivered.rejection } });
    // A draft that still held it would bring answers back that the new set does not ask for.
    if (delivered.status === 'done') await desk.autosave.flush().catch(() => undefined);
    return delivered.status === 'done';
  } finally {
    delivery.stop();
  }
}

type Fields = Omit<RegisterFields, 'consents'>;

/** The version of a subject whose changes a person was told of: what he sends after that goes on top of it. */
const told = new WeakMap<SessionContext, number>();

/**
 * What this person changed since he began, over what somebody else made of the rest. Errors: `conflict`, reason
 * `registration`, where both changed the same and he was not told; `now` says what the other wrote.
 */
function overTheirs(context: SessionContext, given: Fields, began: Subject, theirs: Subject): Fields {
  const { criteria, facts, ...rest } = given;
  const was = began as Readonly<Record<string, unknown>>;
  const is = theirs as Readonly<Record<string, unknown>>;
  const own = Object.entries(rest).filter(
    ([key, value]) => value !== undefined && !sameJson(value, was[key] ?? ''),
  );
  const clashes = own.filter(([key, value]) => !sameJson(is[key], was[key]) && !sameJson(is[key], value));
  if (clashes.length > 0 && told.get(context) !== theirs.version) {
    told.set(context, theirs.version);
    const now = clashes.map(([key]) => wordsOf(is[key])).join('; ');
    throw new HtsdError('conflict', { params: { reason: 'registration', now }, retryable: true });
  }
  const ownFacts = Object.entries(facts).filter(([id, value]) => value !== began.facts[id]);
  return {
    ...(Object.fromEntries(Object.keys(rest).map((key) => [key, is[key]])) as typeof rest),
    ...(Object.fromEntries(own) as Partial<typeof rest>),
    facts: Object.fromEntries(ownFacts),
    criteria,
  };
}

/** A value of a subject as a person may know it again: its text, or its name. */
function wordsOf(value: unknown): string {
  const { name = value } = (value ?? {}) as { name?: unknown };
  return typeof name === 'string' ? `“${name}”` : '…';
}

/** What makes the records as the person wants them; nothing where they are so already. */
function commandsFor(
  { client, options }: SessionContext,
  fields: Fields,
  subject: Subject,
  assessment: Assessment,
): Command[] {
  const { criteria, ...rest } = fields;
  const { cycle } = assessment;
  // What another set asks for stays known, for when that set comes back.
  const wanted = { ...rest, facts: { ...subject.facts, ...rest.facts } };
  const envelope = { record: subject.id, expected: subject.version };
  const registered =
    subject.registrations.find((one) => one.cycle === cycle)?.criteria ?? assessment.criteria;
  if (criteriaKey(registered) !== criteriaKey(criteria)) {
    const payload = { ...wanted, model: options.model, cycle, criteria };
    return [{ ...envelope, id: client.newId(), kind: 'subject.register', payload }];
  }
  const commands: Command[] = [];
  const changed = Object.entries(wanted).some(
    ([key, value]) => value !== undefined && !sameJson(subject[key as keyof Subject], value),
  );
  if (changed) commands.push({ ...envelope, id: client.newId(), kind: 'subject.update', payload: wanted });
  const facts = Object.entries(rest.facts).filter(([id, value]) => assessment.facts[id] !== value);
  if (facts.length > 0 && criteriaKey(assessment.criteria) === criteriaKey(criteria)) {
    const answer: CommandOf<'assessment.answer'> = {
      id: client.newId(),
      kind: 'assessment.answer',
      record: assessment.id,
      expected: assessment.version,
      payload: { answers: {}, facts: Object.fromEntries(facts) },
    };
    commands.push(answer);
  }
  return commands;
}
