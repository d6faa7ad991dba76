import type { Answer } from '../../src/domain/answer.schema.js';
import type { ScoreSnapshot } from '../../src/domain/assessment.schema.js';
import type { Criterion, CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import type { LanguageController } from './language.js';
import { outcomeLabel } from './score-words.js';

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
