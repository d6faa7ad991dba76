import type { ScoreSnapshot } from './assessment.schema.js';
import type { ScoreResult } from './score.types.js';

/** What is written down of a result: enough to show it later, without the explanation. */
export function snapshot(result: ScoreResult): ScoreSnapshot {
  const { mode, total, max, outcome, passed, conclusive } = result;
  return { mode, ...(mode === 'points' && { total, max }), outcome, passed, conclusive };
}
