import type { Facts } from './answer.schema.js';
import type { Condition, CriteriaSet, Fact, FactCondition } from './criteria-set.schema.js';

/** Deeper conditions are refused, so that everything else may walk them by recursion. */
export const DEEPEST_CONDITION = 32;
const MOST_COMBINATIONS = 1024;
const MOST_STEPS = 2_000_000;

export interface FlatCondition {
  /** Every question about a fact in it, wherever it is nested. */
  questions: FactCondition[];
  depth: number;
  size: number;
}

/** Takes a condition apart without recursion: a hostile set may nest it ten thousand deep. */
export function flatten(condition: Condition): FlatCondition {
  const flat: FlatCondition = { questions: [], depth: 0, size: 0 };
  const waiting: { condition: Condition; depth: number }[] = [{ condition, depth: 1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { condition: part, depth } = next;
    flat.depth = Math.max(flat.depth, depth);
    flat.size += 1;
    if ('fact' in part) {
      flat.questions.push(part);
      flat.size += part.in.length;
    } else {
      const parts = 'all' in part ? part.all : 'any' in part ? part.any : [part.not];
      for (const one of parts) waiting.push({ condition: one, depth: depth + 1 });
    }
  }
  return flat;
}

/**
 * Every combination of stated facts that the set's conditions can tell apart: one empty combination where it has no
 * conditions, undefined where there are too many to try.
 */
export function factCombinations(set: CriteriaSet): Facts[] | undefined {
  const asked = new Set<string>();
  let steps = 0;
  for (const { criteria } of set.sections)
    for (const { appliesIf } of criteria) {
      if (!appliesIf) continue;
      const { questions, depth, size } = flatten(appliesIf);
      if (depth > DEEPEST_CONDITION) return undefined;
      steps += size;
      for (const { fact } of questions) asked.add(fact);
    }
  let combinations: Facts[] = [{}];
  for (const fact of set.facts ?? []) {
    const values = valuesOf(fact);
    if (!asked.has(fact.id) || values.length === 0) continue;
    const count = combinations.length * values.length;
    if (count > MOST_COMBINATIONS || count * steps > MOST_STEPS) return undefined;
    combinations = combinations.flatMap((facts) => values.map((value) => ({ ...facts, [fact.id]: value })));
  }
  return combinations;
}

/** What a fact can be. */
export function valuesOf(fact: Fact): (string | boolean)[] {
  return fact.kind === 'boolean' ? [true, false] : (fact.options ?? []).map(({ id }) => id);
}
