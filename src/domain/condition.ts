import type { Facts } from './answer.schema.js';
import type { Condition } from './criteria-set.schema.js';

/**
 * Whether a condition holds for a subject's facts. No condition always holds; a fact that nobody has stated is none of
 * the values asked for. An empty `all` holds, an empty `any` does not.
 */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  if (!condition) return true;
  if ('fact' in condition) {
    const value = facts[condition.fact];
    return value !== undefined && condition.in.includes(value);
  }
  if ('all' in condition) return condition.all.every((part) => holds(part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(part, facts));
  return !holds(condition.not, facts);
}
