import type { ScoreSnapshot } from '../../../src/domain/assessment.schema.js';
import type { CriteriaSet } from '../../../src/domain/criteria-set.schema.js';
import { labelOf } from '../../../src/domain/titles.js';
import type { LanguageController } from '../../base/language.js';

/**
 * A written-down score in a few words, as a reviewer reads it, in sentences of the signer's own: the form's would bring all of the
 * form's with them.
 */
export function scoreWords(
  { total, max, outcome, conclusive }: ScoreSnapshot,
  set: CriteriaSet,
  l: LanguageController,
): string {
  const points = total === undefined ? [] : [l.t('recognition.points', { points: total, max: max ?? 0 })];
  const label = outcome === null ? l.t('recognition.no-outcome') : l.text(labelOf(set, outcome));
  return [...points, label].join(' · ') + (conclusive ? '' : ` ${l.t('recognition.provisional')}`);
}
