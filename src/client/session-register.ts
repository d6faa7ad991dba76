import { HtsdError } from '../backend/errors.js';
import type { Command, CommandOf } from '../domain/command.schema.js';
import type { Receipt } from '../domain/receipt.schema.js';
import type { Subject } from '../domain/subject.schema.js';
import { changeRegistration } from './change-registration.js';
import { giveConsent } from './consents.js';
import { rejectionOf } from './rejection-of.js';
import { sameJson } from './same-json.js';
import type { SessionContext } from './session-context.js';
import type { NewConsent, RegisterFields } from './view.types.js';

/** A registration that was tried: repeated as it was while the person changes nothing. */
interface Attempt {
  payload: CommandOf<'subject.register'>['payload'];
  expected: number;
  consents: readonly NewConsent[];
  commands: [CommandOf<'subject.register'>, CommandOf<'assessment.open'>, ...CommandOf<'consent.give'>[]];
}
/** The last attempt of each session, with the ids that its records have or will have. */
const attempts = new WeakMap<SessionContext, Attempt>();

/**
 * Registers the subject for the year and opens its assessment, in one batch. Doing it twice, or again after a
 * lost answer, makes no second subject: the records keep the ids of the first attempt. Where the assessment is open
 * already, its registration is corrected.
 */
export async function register(context: SessionContext, all: RegisterFields): Promise<void> {
  if (context.store.get().phase === 'editing') return changeRegistration(context, all);
  const { consents = [], ...fields } = all;
  const { client, store, options, signal } = context;
  const { subject, cycle } = store.get();
  const payload = { ...fields, model: options.model, cycle };
  let attempt = prepare(context, payload, consents, subject);
  let receipts = await client.execute(attempt.commands, { signal });
  const [first] = receipts;
  if (first?.status === 'conflict' && first.current.type === 'subject') {
    const { id, version, owner } = first.current.value;
    if (owner !== context.actor?.id && !subject) throw new HtsdError('conflict');
    // An earlier attempt got there although its answer did not: go on from what it made.
    attempt = prepare(context, payload, consents, { id, version });
    receipts = await client.execute(attempt.commands, { signal });
  }
  const refused = receipts.find((receipt) => receipt.status === 'rejected');
  if (refused && !(await alreadyOpen(context, attempt, refused))) {
    store.set({ submit: { status: 'rejected', rejection: rejectionOf(refused) } });
    return;
  }
  if (receipts.some(({ status }) => status === 'conflict'))
    throw new HtsdError('conflict', { retryable: true });
  attempts.delete(context);
  const [{ record: owner }, { record: opened }] = attempt.commands;
  const found = refused ? undefined : context.lost;
  // Whatever becomes of the old answers, the new assessment is shown.
  try {
    if (found) await (await import('./lost-work.js')).bringAnswers(context, found, opened, fields.criteria);
  } finally {
    await context.load(owner);
  }
  if (!found) return;
  context.lost = undefined;
  store.set({ damaged: true });
}

function prepare(
  context: SessionContext,
  payload: Attempt['payload'],
  consents: readonly NewConsent[],
  subject: Pick<Subject, 'id' | 'version'> | undefined,
): Attempt {
  const { client, options } = context;
  const last = attempts.get(context);
  const sameCycle = last?.payload.cycle === payload.cycle;
  const record =
    subject?.id ?? (sameCycle ? last?.commands[0].record : undefined) ?? options.subject ?? client.newId();
  const expected = subject?.version ?? 0;
  if (
    last &&
    last.expected === expected &&
    last.commands[0].record === record &&
    sameJson(last.payload, payload) &&
    sameJson(last.consents, consents)
  )
    return last;
  const assessment =
    last && sameCycle && last.commands[0].record === record ? last.commands[1].record : client.newId();
  const attempt: Attempt = {
    payload,
    consents,
    expected,
    commands: [
      { id: client.newId(), kind: 'subject.register', record, expected, payload },
      {
        id: client.newId(),
        kind: 'assessment.open',
        record: assessment,
        expected: 0,
        payload: { subject: record, cycle: payload.cycle },
      },
      ...consents.map((consent) => giveConsent(client, record, consent)),
    ],
  };
  attempts.set(context, attempt);
  return attempt;
}

/** The assessment is open already: what the person wrote now is put into the subject instead. */
async function alreadyOpen(
  { client, signal }: SessionContext,
  { commands: [{ record, payload, expected }] }: Attempt,
  refused: Extract<Receipt, { status: 'rejected' }>,
): Promise<boolean> {
  if (refused.code !== 'already-exists') return false;
  const { model: _model, cycle: _cycle, criteria: _criteria, ...fields } = payload;
  const current = (await client.query('subject.get', { id: record }, { signal })).items[0];
  if (!current) return false;
  const changed = Object.entries(fields).some(
    ([key, value]) => !sameJson(current[key as keyof Subject], value),
  );
  if (changed) {
    const update: Command = {
      id: client.newId(),
      kind: 'subject.update',
      record,
      expected: Math.max(expected, current.version),
      payload: fields,
    };
    await client.execute([update], { signal });
  }
  return true;
}
