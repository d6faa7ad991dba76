import type { ScoreSnapshot } from './assessment.schema.js';
import type { CriteriaSet } from './criteria-set.schema.js';
import type { LocalText } from './text.schema.js';

/** Classes or levels that bring the title, with a number that grows with their rank. */
function titles(set: CriteriaSet): Map<string, { rank: number; label: LocalText }> {
  if (set.scoring.mode === 'checklist')
    return new Map(set.scoring.levels.map(({ id, rank, label }) => [id, { rank, label }]));
  const brings = set.scoring.classes.filter((one) => one.recognised !== false);
  return new Map(brings.map(({ id, min, label }) => [id, { rank: min, label }]));
}

/** What the set calls the class or level. */
export function labelOf(set: CriteriaSet, outcome: string): LocalText {
  return titles(set).get(outcome)?.label ?? { vi: outcome };
}

/**
 * Ids of the classes or levels that can be granted on a verified score, the highest first: not above it. A score that is
 * not conclusive leaves it to the signer.
 */
export function grantable(set: CriteriaSet, verified: ScoreSnapshot | undefined): string[] {
  const ranks = titles(set);
  const all = [...ranks].sort(([, a], [, b]) => b.rank - a.rank).map(([id]) => id);
  if (verified && !verified.conclusive) return all;
  if (!verified?.passed || verified.outcome === null) return [];
  const reached = ranks.get(verified.outcome)?.rank ?? -Infinity;
  return all.filter((id) => (ranks.get(id)?.rank ?? Infinity) <= reached);
}
