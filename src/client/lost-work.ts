import { isHtsdError } from '../backend/errors.js';
import type { Answers } from '../domain/answer.schema.js';
import type { CriteriaRef } from '../domain/criteria-set.schema.js';
import type { DamagedRecord } from '../domain/query.schema.js';
import { unseal } from '../domain/seal.js';
import { draftsOf } from './drafts-of.js';
import type { LostSigns } from './lost-signs.js';
import type { SessionContext } from './session-context.js';
import { unreadSubject } from './unread-subject.js';

/** Assessments of a person that their back end cannot read any more, or that belong to a subject of which that is so. */
export interface LostWork {
  ids: readonly string[];
  /** What can still be read of their answers, in the records and in the drafts. */
  answers: Answers;
  /** What a subject that cannot be read still says of itself. */
  subject?: Record<string, string>;
}

/** Records looked into: each costs a question to the back end. */
const mostLooks = 20;

/**
 * Looks whether something of this person's, of this year and subject, is stored and cannot be read: lists leave it out,
 * as if it had never been. A record that he has a draft of and that does not say any more whose or of which year it was
 * is taken for this one. Undefined where there is none. Errors: those of the queries, other than about such a record.
 */
export async function findLostWork(
  context: SessionContext,
  cycle: string,
  subject: string | undefined,
  { worked, damaged }: LostSigns,
  signal: AbortSignal,
): Promise<LostWork | undefined> {
  const { client, options } = context;
  const { model } = options;
  const unread = unreadSubject(context);
  const listed = await client.queryAll('assessments.list', { model, mine: true }, { signal });
  const here = new Set(listed.map(({ id }) => id));
  const ids: string[] = [];
  let answers: Answers = {};
  const take = async (id: string, record: unknown): Promise<void> => {
    ids.push(id);
    answers = { ...answers, ...(await answersOf(record)), ...(await draftOf(context, id)) };
  };
  const drafted = new Set(worked.filter((each) => !here.has(each)).slice(-mostLooks));
  const named = damaged.filter(({ type }) => type === 'assessment').map(({ id }) => id);
  const about = { cycle, model, subjectId: subject ?? unread?.id ?? options.subject };
  for (const id of new Set([...named.slice(-mostLooks), ...drafted])) {
    const raw = await damagedRecord(context, 'assessment.get', id, signal);
    const sure = drafted.has(id) || raw?.['cycle'] === cycle;
    if (raw && sure && mayBe(raw, about)) await take(id, raw);
  }
  // Whoever is shown a subject of his does not look for another one.
  const owner = subject === undefined && (await lostSubject(context, damaged, signal));
  if (!owner) return ids.length ? { ids, answers } : undefined;
  for (const assessment of listed)
    if (assessment.cycle === cycle && assessment.subjectId === owner.id)
      await take(assessment.id, assessment);
  return { ids, answers, subject: owner.says };
}

/** The subject that cannot be read, with what it still says: the one that the host named, else the last of the model. */
async function lostSubject(
  context: SessionContext,
  damaged: readonly DamagedRecord[],
  signal: AbortSignal,
): Promise<{ id: string; says: Record<string, string> } | undefined> {
  const { model, subject } = context.options;
  const named = unreadSubject(context);
  if (named) return { id: named.id, says: mayBe(named.raw, { model }) ? saidBy(named.raw) : {} };
  if (subject !== undefined) return undefined;
  const ids = damaged.filter(({ type }) => type === 'subject').map(({ id }) => id);
  for (const id of ids.slice(-mostLooks).reverse()) {
    const raw = await damagedRecord(context, 'subject.get', id, signal);
    if (raw && mayBe(raw, { model })) return { id, says: saidBy(raw) };
  }
  return undefined;
}

/** What can still be read of a subject, by the names of the register step's fields. */
function saidBy(raw: Record<string, unknown>): Record<string, string> {
  const part = (value: unknown, field: string): unknown => (value as Record<string, unknown> | null)?.[field];
  const { place = null, head = null } = raw;
  const said = {
    name: raw['name'],
    parent: raw['parent'],
    place: part(place, 'name'),
    headName: part(head, 'name'),
    headPosition: part(head, 'position'),
  };
  const words = Object.entries(said).filter(([, value]) => typeof value === 'string' && value !== '');
  return Object.fromEntries(words) as Record<string, string>;
}

/**
 * Makes what can be read the draft of the new assessment, as far as its set asks for it. The old drafts are kept as they
 * lie, apart, where they are not found again. Errors: those of the query and of the drafts' database.
 */
export async function bringAnswers(
  { client, tenant, actor, signal }: SessionContext,
  { ids, answers }: LostWork,
  assessment: string,
  criteria: CriteriaRef,
): Promise<void> {
  const { items } = await client.query('criteria.get', criteria, { signal });
  const asked = items[0]!.sections.flatMap((section) => section.criteria.map(({ id }) => id));
  const known = Object.fromEntries(
    asked.flatMap((id) => (Object.hasOwn(answers, id) ? [[id, answers[id]!]] : [])),
  );
  const drafts = draftsOf(client);
  const owner = { tenant, actor: actor!.id };
  const updatedAt = client.now().toISOString();
  const unsent = { base: {}, baseFacts: {}, baseVersion: 1, conflicts: [] };
  if (Object.keys(known).length > 0) {
    const record = { format: 1 as const, epoch: 1, updatedAt, answers: known, facts: {}, ...unsent };
    await drafts.save({ ...owner, assessment }, client.newId(), record);
  }
  for (const id of ids) {
    const key = { ...owner, assessment: id };
    const old = await drafts.load(key);
    for (const { writer, value } of old) await drafts.keepDamaged(key, `${updatedAt} ${writer}`, value);
    await drafts.remove(
      key,
      old.map(({ writer }) => writer),
    );
  }
}

/** The record as it lies, where the back end says that it cannot be read. */
async function damagedRecord(
  { client }: SessionContext,
  query: 'assessment.get' | 'subject.get',
  id: string,
  signal: AbortSignal,
): Promise<Record<string, unknown> | undefined> {
  try {
    await client.query(query, { id }, { signal });
    return undefined;
  } catch (error) {
    if (!isHtsdError(error)) throw error;
    if (error.code !== 'invalid' || error.params['reason'] !== 'damaged') return undefined;
    return typeof error.cause === 'object' && error.cause ? { ...error.cause } : {};
  }
}

/** Whether nothing that the record still says speaks against it. */
function mayBe(raw: Record<string, unknown>, about: Record<string, string | undefined>): boolean {
  return Object.entries(about).every(([field, value]) => {
    const said = raw[field];
    return typeof said !== 'string' || value === undefined || said === value;
  });
}

/** The schemas are worth their weight only where something is damaged. */
async function answersOf(raw: unknown): Promise<Answers> {
  const reading = (await import('./draft-read.js')).readDraft(raw);
  if (reading.kind === 'bookmark') return {};
  return reading.kind === 'draft' ? reading.record.answers : reading.salvaged.answers;
}

async function draftOf({ client, tenant, actor }: SessionContext, assessment: string): Promise<Answers> {
  let answers: Answers = {};
  for (const { value } of await draftsOf(client).load({ tenant, actor: actor!.id, assessment })) {
    answers = { ...answers, ...(await answersOf(unseal(value).value)) };
  }
  return answers;
}
