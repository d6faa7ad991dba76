import type { AssessmentSession, AssessmentView } from '../../src/client/view.types.js';
import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';
import type { Reason } from '../../src/domain/score.types.js';
import type { LanguageController } from '../base/language.js';

type More = typeof import('./parts/more.js');

/** What the parts of the form are drawn from. They are functions of this and keep nothing themselves. */
export interface FormContext {
  readonly view: AssessmentView;
  readonly l: LanguageController;
  readonly session: AssessmentSession;
  /** Criteria whose note and evidence are unfolded. */
  readonly unfolded: ReadonlySet<string>;
  /** Fields that were left at least once, as `criterion/field`: only then is a half-typed number called wrong. */
  readonly touched: ReadonlySet<string>;
  /** The person tried to submit: everything that is missing may be pointed at. */
  readonly tried: boolean;
  /** Draws what is not needed for answering, notes and evidence among it; undefined until it is loaded. */
  readonly more: More | undefined;
  /** Changes nothing may be made to. */
  readonly locked: boolean;
}

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
