import type { ScoreResult } from '../domain/score.types.js';
import { sameJson } from './same-json.js';

/**
 * The new result with every part that says the same as before replaced by the old object, so that whoever
 * compares by identity redraws only the criteria that changed.
 */
export function shareResult(prev: ScoreResult | undefined, next: ScoreResult): ScoreResult {
  if (!prev) return freeze(next);
  let all = Object.keys(prev.criteria).length === Object.keys(next.criteria).length;
  const criteria: ScoreResult['criteria'] = {};
  for (const id in next.criteria) {
    const before = prev.criteria[id];
    const now = next.criteria[id]!;
    const same = before !== undefined && sameJson(before, now);
    criteria[id] = same ? before : Object.freeze(now);
    all &&= same;
  }
  const shared: ScoreResult = {
    ...next,
    criteria: all ? prev.criteria : Object.freeze(criteria),
    sections: shareList(prev.sections, next.sections),
    order: shareList(prev.order, next.order),
    open: shareList(prev.open, next.open),
    evidence: shareList(prev.evidence, next.evidence),
    gaps: shareList(prev.gaps, next.gaps),
    reasons: shareList(prev.reasons, next.reasons),
  };
  const keys = Object.keys(shared) as (keyof ScoreResult)[];
  const unchanged =
    keys.length === Object.keys(prev).length && keys.every((key) => shared[key] === prev[key]);
  return unchanged ? prev : Object.freeze(shared);
}

function shareList<T>(prev: T[], next: T[]): T[] {
  const list = next.map((item, index) => {
    const before = prev[index];
    return before !== undefined && sameJson(before, item) ? before : item;
  });
  return list.length === prev.length && list.every((item, index) => item === prev[index])
    ? prev
    : (Object.freeze(list) as T[]);
}

function freeze(result: ScoreResult): ScoreResult {
  for (const id in result.criteria) Object.freeze(result.criteria[id]);
  Object.freeze(result.criteria);
  return Object.freeze(result);
}
