import type { Facts } from '../answer.schema.js';
import type { CriteriaSet } from '../criteria-set.schema.js';

/** Whether the set asks for the fact and knows the value. */
function fits(set: CriteriaSet, id: string, value: string | boolean): boolean {
  const fact = set.facts?.find((one) => one.id === id);
  if (!fact) return false;
  if (fact.kind === 'boolean') return typeof value === 'boolean';
  return fact.options?.some((option) => option.id === value) ?? false;
}

/** Ids of facts that the set does not ask for, or whose value it does not know. */
export function misfitFacts(set: CriteriaSet, facts: Facts): string[] {
  return Object.entries(facts).flatMap(([id, value]) => (fits(set, id, value) ? [] : [id]));
}

/** What a set can use of the facts known about a subject. */
export function fittingFacts(set: CriteriaSet, facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([id, value]) => fits(set, id, value)));
}
