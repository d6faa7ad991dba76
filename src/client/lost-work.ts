import { isHtsdError } from '../backend/errors.js';
import type { Answers } from '../domain/answer.schema.js';
import type { CriteriaRef } from '../domain/criteria-set.schema.js';
import { unseal } from '../domain/seal.js';
import { createDraftDb } from './draft-db.js';
import type { SessionContext } from './session-context.js';

/** Assessments that the person worked on here and that their back end cannot read any more. */
export interface LostWork {
  ids: readonly string[];
  /** What can still be read of their answers, in the records and in the drafts. */
  answers: Answers;
}

/** Drafts looked into: each costs a question to the back end. */
const mostLooks = 20;

/**
 * Looks whether this person's drafts belong to an assessment of this year and subject that is stored and cannot be read:
 * lists leave it out, as if it had never been. A record that does not say any more whose or of which year it was is taken for
 * this one. Undefined where there is none. Errors: those of the queries, other than about such a record.
 */
export async function findLostWork(
  context: SessionContext,
  cycle: string,
  subject: string | undefined,
  signal: AbortSignal,
): Promise<LostWork | undefined> {
  const { client, options } = context;
  const worked = await workedOn(context);
  if (!worked.length) return undefined;
  const listed = await client.queryAll('assessments.list', { model: options.model, mine: true }, { signal });
  const here = new Set(listed.map(({ id }) => id));
  const about = { cycle, model: options.model, subjectId: subject };
  const ids: string[] = [];
  let answers: Answers = {};
  for (const id of worked.filter((each) => !here.has(each)).slice(-mostLooks)) {
    const raw = await damagedRecord(context, id, signal);
    if (!raw || !mayBe(raw, about)) continue;
    ids.push(id);
    answers = { ...answers, ...(await answersOf(raw)), ...(await draftOf(context, id)) };
  }
  return ids.length ? { ids, answers } : undefined;
}

/**
 * Makes what can be read the draft of the new assessment, as far as its set asks for it. The old drafts are kept as they
 * lie, apart, where they are not found again. Errors: those of the query and of the drafts' database.
 */
export async function bringAnswers(
  { client, drafts, tenant, actor, signal }: SessionContext,
  { ids, answers }: LostWork,
  assessment: string,
  criteria: CriteriaRef,
): Promise<void> {
  const { items } = await client.query('criteria.get', criteria, { signal });
  const asked = items[0]!.sections.flatMap((section) => section.criteria.map(({ id }) => id));
  const known = Object.fromEntries(
    asked.flatMap((id) => (Object.hasOwn(answers, id) ? [[id, answers[id]!]] : [])),
  );
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

/** Ids of the assessments that this person has drafts of, or a bookmark, oldest first. None where nothing is stored. */
async function workedOn({ storage, tenant, actor }: SessionContext): Promise<string[]> {
  const db = createDraftDb(`${storage}-drafts`);
  try {
    const owner = [tenant, actor!.id];
    const range = IDBKeyRange.bound([...owner, ''], [...owner, []]);
    const keys = await db.run((open) => open.getAllKeys('drafts', range));
    // What is typed at a desk has a slash in its name, and no assessment behind it.
    return [...new Set(keys.map(([, , id]) => id))].filter((id) => !id.includes('/'));
  } catch {
    // The form says by itself that nothing can be stored here, with the first thing typed.
    return [];
  } finally {
    db.close();
  }
}

/** The record as it lies, where the back end says that it cannot be read. */
async function damagedRecord(
  { client }: SessionContext,
  id: string,
  signal: AbortSignal,
): Promise<Record<string, unknown> | undefined> {
  try {
    await client.query('assessment.get', { id }, { signal });
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

async function draftOf({ drafts, tenant, actor }: SessionContext, assessment: string): Promise<Answers> {
  let answers: Answers = {};
  for (const { value } of await drafts.load({ tenant, actor: actor!.id, assessment })) {
    answers = { ...answers, ...(await answersOf(unseal(value).value)) };
  }
  return answers;
}
