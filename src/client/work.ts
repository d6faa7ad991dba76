import type { Answers, Facts } from '../domain/answer.schema.js';
import type { Assessment } from '../domain/assessment.schema.js';
import type { Command, CommandOf } from '../domain/command.schema.js';
import { mergeAnswers } from '../domain/merge-answers.js';
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

/** The back end has taken the payload: it is the new base, whatever was typed meanwhile. */
export function confirmed(work: Work, payload: AnswerPayload, version: number): Work {
  const base = { ...work.base };
  for (const [id, answer] of Object.entries(payload.answers)) {
    if (answer === null) delete base[id];
    else base[id] = answer;
  }
  return { ...work, base, baseFacts: { ...work.baseFacts, ...payload.facts }, baseVersion: version };
}

/** Takes in what the back end has now. What both sides changed differently becomes a conflict and stays as typed here. */
export function rebase(work: Work, theirs: Assessment): Work {
  const merged = merge(work, work.base, theirs.answers, theirs.facts);
  return { ...merged, base: theirs.answers, baseFacts: theirs.facts, baseVersion: theirs.version };
}

/** Takes in what another tab had typed since `before`; the back end knows neither. */
export function merge(work: Work, before: Answers, theirs: Answers, theirFacts: Facts): Work {
  const { answers, conflicts: ids } = mergeAnswers(before, work.answers, theirs);
  const fresh = ids.map((id) => ({
    criterion: id,
    mine: answers[id],
    theirs: theirs[id],
    before: before[id],
  }));
  const old = work.conflicts.filter(
    ({ criterion, theirs: other }) => !ids.includes(criterion) && !sameJson(answers[criterion], other),
  );
  const mine = Object.entries(work.facts).filter(([id, value]) => work.baseFacts[id] !== value);
  return {
    ...work,
    answers: share(work.answers, answers),
    facts: { ...work.facts, ...theirFacts, ...Object.fromEntries(mine) },
    conflicts: fresh.length || old.length < work.conflicts.length ? [...old, ...fresh] : work.conflicts,
  };
}

/** Keeps the old object of every answer that says the same: whoever compares by identity redraws only the rest. */
export function share(prev: Answers, next: Answers): Answers {
  const shared: Answers = {};
  for (const id in next) {
    const [before, now] = [prev[id], next[id]!];
    shared[id] = before && sameJson(before, now) ? before : Object.freeze(now);
  }
  return Object.freeze(shared);
}
