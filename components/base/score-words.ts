import type { Answer } from '../../src/domain/answer.schema.js';
import type { ScoreSnapshot } from '../../src/domain/assessment.schema.js';
import type { Criterion, CriteriaSet } from '../../src/domain/criteria-set.schema.js';
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

/** A written-down score in a few words: points where there are some, and the class or level. */
export function scoreWords(
  { total, max, outcome, conclusive }: ScoreSnapshot,
  set: CriteriaSet | undefined,
  l: LanguageController,
): string {
  const points = total === undefined ? [] : [l.t('form.points-of', { points: total, max: max ?? 0 })];
  const label = set ? [outcomeLabel(set, outcome, l)] : [];
  return [...points, ...label].join(' · ') + (conclusive ? '' : ` ${l.t('form.provisional')}`);
}

/** What an answer says of a criterion in a few words; empty where it says nothing. */
export function claimWords(
  criterion: Criterion | undefined,
  answer: Answer,
  l: LanguageController,
): (string | undefined)[] {
  const option = criterion?.options?.find((each) => each.id === answer.option);
  return [
    answer.notApplicable ? l.t('form.not-applicable') : undefined,
    answer.points,
    option ? l.text(option.label) : answer.option,
    answer.yes === undefined ? undefined : l.t(answer.yes ? 'form.yes' : 'form.no'),
    answer.numerator !== undefined || answer.denominator !== undefined
      ? `${answer.numerator ?? '…'} / ${answer.denominator ?? '…'}`
      : undefined,
  ];
}
