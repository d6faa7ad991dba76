import type { RegisterRow } from '../../../../src/domain/area/area-query.schema.js';
import type { CriteriaRef, CriteriaSetSummary } from '../../../../src/domain/criteria-set.schema.js';
import { formatDate } from '../../../../src/i18n/translate.js';
import type { LanguageController } from '../../../base/language.js';

/** A sign beside the word of a state, so that a long list can be read at a glance. */
const signs: Readonly<Record<RegisterRow['state'], string>> = {
  none: '○',
  registered: '◔',
  draft: '◔',
  returned: '↩',
  submitted: '◑',
  'in-review': '◑',
  verified: '✓',
  recognised: '★',
  'not-recognised': '✕',
  expired: '◌',
  revoked: '✕',
};

export const signOf = (state: RegisterRow['state']): string => signs[state];

/** Label of a class or level by the set's summary; its id where the set is not known. */
export function titleLabel(
  outcome: string | undefined,
  criteria: CriteriaRef | undefined,
  sets: readonly CriteriaSetSummary[],
  l: LanguageController,
): string {
  if (outcome === undefined) return '';
  const set = sets.find(({ id, version }) => id === criteria?.id && version === criteria.version);
  const grades = set && (set.scoring.mode === 'points' ? set.scoring.classes : set.scoring.levels);
  const found = grades?.find(({ id }) => id === outcome);
  return found ? l.text(found.label) : outcome;
}

/** "Công dân · nông dân". */
export function kindWords(
  { model, subjectGroup }: Pick<RegisterRow, 'model' | 'subjectGroup'>,
  l: LanguageController,
): string {
  const group = subjectGroup === undefined ? '' : `register.group.${subjectGroup}`;
  return [l.t(`register.model.${model}`), group === '' ? '' : l.has(group) ? l.t(group) : subjectGroup]
    .filter(Boolean)
    .join(' · ');
}

export function pointsWords(
  { score, max }: Pick<RegisterRow, 'score' | 'max'>,
  l: LanguageController,
): string {
  if (score === undefined) return '';
  return max === undefined ? l.number(score) : l.t('register.points', { score, max });
}

/** Class or level of a title; of one by a decision that is dated ahead, from when it holds. */
export function titleWords(
  { outcome, criteria, decision }: Pick<RegisterRow, 'outcome' | 'criteria' | 'decision'>,
  sets: readonly CriteriaSetSummary[],
  l: LanguageController,
  today: string,
): string {
  if (!decision) return '';
  const label = titleLabel(outcome, criteria, sets, l);
  return decision.date > today ? `${label} (${spanWords(decision, l)})` : label;
}

const spanWords = (
  { date, validUntil }: NonNullable<RegisterRow['decision']>,
  l: LanguageController,
): string => l.t('register.span', { from: formatDate(date), until: formatDate(validUntil) });

/** Number of the decision and the end of its validity; of one that is dated ahead its beginning, too. */
export function decisionWords(
  { decision }: Pick<RegisterRow, 'decision'>,
  l: LanguageController,
  today: string,
): string {
  if (!decision) return '';
  const { number, date, validUntil } = decision;
  return [
    l.t('register.decision', { number }),
    date > today ? spanWords(decision, l) : l.t('register.until', { date: formatDate(validUntil) }),
  ].join(' · ');
}
