import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import type { Reason } from '../../src/domain/score.types.js';
import type { LanguageController } from './language.js';

/** Label of a class or level. */
export function outcomeLabel(set: CriteriaSet, id: string | null, l: LanguageController): string {
  if (id === null) return l.t('form.outcome.none');
  const { scoring } = set;
  const found = (scoring.mode === 'points' ? scoring.classes : scoring.levels).find((each) => each.id === id);
  return found ? l.text(found.label) : id;
}

/** The sentence for a reason of the score. */
export function reasonText(reason: Reason, set: CriteriaSet, l: LanguageController): string {
  const { outcome } = reason.params;
  const params =
    outcome === undefined
      ? reason.params
      : { ...reason.params, outcome: outcomeLabel(set, String(outcome), l) };
  const named = `reason.${reason.code}.targets`;
  return l.t(params['items'] && l.has(named) ? named : `reason.${reason.code}`, params);
}
