import type { Criterion } from './criteria-set.schema.js';
import { byRank, type ChecklistRules } from './score-checklist.js';
import { isApplicable, printedNumbers, type Scored, type Summary } from './score-summary.js';
import type { Reason } from './score.types.js';

/**
 * Levels of a checklist. A level is reached when all its own targets and all those of the levels below are met, and at
 * least one target of its own was asked: a level that consists of gaps alone is nobody's. Gaps count neither for
 * nor against; `conclusive` says that they are there.
 */
export function summariseChecklist(scoring: ChecklistRules, items: readonly Scored[]): Summary {
  const asked = items.filter(({ result }) => isApplicable(result) && result.status !== 'gap');
  const gaps = items.filter(({ result }) => result.status === 'gap').length;
  const missing = new Map<string, Criterion>();
  let outcome: string | null = null;
  let reachable: string | null = null;
  let next: { id: string; lacking: Criterion[] } | undefined;
  let anyTarget = false;
  let lost = false;
  for (const { id } of byRank(scoring)) {
    let own = 0;
    for (const { criterion, result } of asked) {
      const state = result.levels && Object.hasOwn(result.levels, id) ? result.levels[id] : undefined;
      if (!state) continue;
      own += 1;
      if (state !== 'met') missing.set(criterion.id, criterion);
      if (state === 'unmet') lost = true;
    }
    if (own === 0) continue;
    anyTarget = true;
    if (missing.size === 0) outcome = id;
    else next ??= { id, lacking: [...missing.values()] };
    if (!lost) reachable = id;
  }

  const reasons: Reason[] = [];
  if (!anyTarget) reasons.push({ code: 'nothing-applicable', params: {} });
  if (outcome !== null) reasons.push({ code: 'level-reached', params: { outcome } });
  else if (next) reasons.push({ code: 'level-missed', params: { outcome: next.id, n: next.lacking.length } });
  if (next) {
    const params = { outcome: next.id, missing: next.lacking.length, items: printedNumbers(next.lacking) };
    reasons.push({ code: 'next-outcome', params });
  }
  if (gaps > 0) reasons.push({ code: 'gaps-open', params: { n: gaps } });
  return {
    total: asked.filter(({ result }) => result.status === 'met').length,
    max: asked.length,
    outcome,
    passed: outcome !== null,
    reachable,
    reasons,
  };
}
