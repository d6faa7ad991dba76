import type { Answer, Answers } from './answer.schema.js';
import { sameJson as same } from './same-json.js';

export interface MergedAnswers {
  answers: Answers;
  /** Criteria that both sides changed in different ways; `answers` keeps mine. */
  conflicts: string[];
}

/**
 * Three-way merge, criterion by criterion: what only one side changed is taken from that side, an answer taken away
 * counts as a change, the same change on both sides is none. Order of keys within an answer does not matter.
 */
export function mergeAnswers(before: Answers, mine: Answers, theirs: Answers): MergedAnswers {
  const merged: [string, Answer][] = [];
  const conflicts: string[] = [];
  for (const id of new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(before)])) {
    const [was, my, their] = [own(before, id), own(mine, id), own(theirs, id)];
    const theyChanged = !same(was, their);
    const iChanged = !same(was, my);
    if (iChanged && theyChanged && !same(my, their)) conflicts.push(id);
    const chosen = iChanged ? my : their;
    if (chosen !== undefined) merged.push([id, chosen]);
  }
  return { answers: Object.fromEntries(merged), conflicts };
}

function own(answers: Answers, id: string): Answer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}
