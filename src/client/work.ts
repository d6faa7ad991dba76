import type { Answers, Facts } from '../domain/answer.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { Command, CommandOf } from '../domain/command.schema.js';
import { sameJson } from './same-json.js';
import type { Conflict } from './view.types.js';

/** An assessment as the person has it here, and as the back end last had it. */
export interface Work {
  answers: Answers;
  facts: Facts;
  base: Answers;
  baseFacts: Facts;
  baseVersion: number;
  conflicts: readonly Conflict[];
  pending?: Command[] | undefined;
}
export type AnswerPayload = CommandOf<'assessment.answer'>['payload'];

/** Work on an assessment of which nothing was changed here. */
export function freshWork({ answers, facts, version }: Assessment): Work {
  return { answers, facts, base: answers, baseFacts: facts, baseVersion: version, conflicts: [] };
}

/**
 * What the back end does not have yet, or undefined. Criteria in conflict are held back until the person has
 * decided. A fact that was taken out is not sent: the back end only ever adds to facts.
 */
export function unsent({ answers, facts, base, baseFacts, conflicts }: Work): AnswerPayload | undefined {
  const held = new Set(conflicts.map(({ criterion }) => criterion));
  const payload: AnswerPayload = { answers: {} };
  for (const id of new Set([...Object.keys(answers), ...Object.keys(base)])) {
    if (!held.has(id) && !sameJson(answers[id], base[id])) payload.answers[id] = answers[id] ?? null;
  }
  const changed = Object.entries(facts).filter(([id, value]) => baseFacts[id] !== value);
  if (changed.length) payload.facts = Object.fromEntries(changed);
  return changed.length || Object.keys(payload.answers).length ? payload : undefined;
}

/** Nothing here that the back end does not have. */
export const isClean = (work: Work): boolean => !work.pending && !work.conflicts.length && !unsent(work);
