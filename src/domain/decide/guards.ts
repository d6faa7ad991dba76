import type { Actor } from '../actor.schema.js';
import type { Assessment } from '../assessment.schema.js';
import type { Command, CommandKind } from '../command.schema.js';
import { criteriaKey } from '../criteria-key.js';
import type { CriteriaRef, CriteriaSet } from '../criteria-set.schema.js';
import { isAuthor, mayActOn } from '../permissions.js';
import type { DecisionContext } from '../reader.types.js';
import type { StoredRecord } from '../receipt.schema.js';
import type { Recognition } from '../recognition.schema.js';
import type { Subject } from '../subject.schema.js';
import type { Belonging } from '../reach.js';
import { conflict, refuse } from './refusal.js';

type Located = Pick<Subject, 'id' | 'owner' | 'place'>;

/** Whose a subject is, and where it is. */
export const belongingOf = ({ id, owner, place }: Located): Belonging => ({
  ...{ owner, subjectId: id },
  at: place.code,
});

/** Refuses, naming the field if there is one, where the actor may not use the command on this subject. */
export function permitSubject(actor: Actor, kind: CommandKind, subject: Located, path?: string[]): void {
  const answer = mayActOn(actor, kind, belongingOf(subject), subject.owner === actor.id);
  if (answer !== 'yes') refuse(answer, path);
}

/**
 * Refuses where the actor may not use the command on the subject where it will be: who is in charge of places moves nobody out
 * of them, into another's register.
 */
export function permitMove(actor: Actor, kind: CommandKind, moved: Located): void {
  permitSubject(actor, kind, moved, ['place']);
}

/** Refuses where the person looked at another version than the current one. */
export function sameVersion(
  { expected }: Pick<Command, 'expected'>,
  current: Exclude<StoredRecord, { type: 'criteria' | 'entry' }>,
): void {
  if (expected !== current.value.version) conflict(current);
}

/** Refuses where a command that makes a record claims to have seen one. */
export function expectNew(command: Command): void {
  if (command.expected !== 0) refuse('invalid', ['expected']);
}

/** The subject that a command names, which the actor may act on and which is not closed. */
export async function liveSubject(
  id: string,
  command: Command,
  context: DecisionContext,
  actor: Actor,
): Promise<Subject> {
  const subject = await context.read('subject', id);
  if (!subject) return refuse('not-found', ['subject']);
  permitSubject(actor, command.kind, subject);
  if (subject.closedAt !== undefined) refuse('closed');
  return subject;
}

/** The assessment that a command is about, in the version that the person saw, and its subject. */
export function seenAssessment(
  command: Command,
  context: DecisionContext,
  actor: Actor,
): Promise<{ assessment: Assessment; subject: Subject }> {
  return assessmentToJudge(command.record, command.expected, command.kind, context, actor);
}

/** The same where a command names several. */
export async function assessmentToJudge(
  id: string,
  expected: number,
  kind: CommandKind,
  context: DecisionContext,
  actor: Actor,
): Promise<{ assessment: Assessment; subject: Subject }> {
  const found = await permittedAssessment(id, kind, context, actor);
  sameVersion({ expected }, { type: 'assessment', value: found.assessment });
  return found;
}

async function permittedAssessment(
  id: string,
  kind: CommandKind,
  context: DecisionContext,
  actor: Actor,
): Promise<{ assessment: Assessment; subject: Subject }> {
  const assessment = await context.read('assessment', id);
  if (!assessment) return refuse('not-found');
  const subject = await context.read('subject', assessment.subjectId);
  if (!subject) return refuse('not-found', ['subject']);
  const authored = isAuthor(actor.id, assessment) || subject.owner === actor.id;
  const belonging = { ...belongingOf(subject), owner: assessment.owner };
  const answer = mayActOn(actor, kind, belonging, authored);
  if (answer !== 'yes') refuse(answer);
  return { assessment, subject };
}

/** The recognition that a command is about, in the version that the person saw, and the assessment that it came from. */
export async function seenRecognition(
  command: Command,
  context: DecisionContext,
  actor: Actor,
): Promise<{ recognition: Recognition; assessment: Assessment }> {
  const recognition = await context.read('recognition', command.record);
  if (!recognition) return refuse('not-found');
  const { assessment } = await permittedAssessment(recognition.assessmentId, command.kind, context, actor);
  sameVersion(command, { type: 'recognition', value: recognition });
  return { recognition, assessment };
}

/** The criteria set that is named. */
export async function knownSet(ref: CriteriaRef, context: DecisionContext): Promise<CriteriaSet> {
  return (await context.read('criteria', criteriaKey(ref))) ?? refuse('criteria-unknown', ['criteria']);
}
