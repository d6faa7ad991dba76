import type { Client } from '../../src/client/client.types.js';
import type { AssessmentSession, AssessmentView } from '../../src/client/view.types.js';
import type { LanguageController } from '../base/language.js';

export { outcomeLabel, reasonText } from '../base/score-words.js';

type Acts = typeof import('./parts/acts.js');

/** What the parts of the form are drawn from. They are functions of this and keep nothing themselves. */
export interface FormContext {
  readonly view: AssessmentView;
  readonly l: LanguageController;
  readonly session: AssessmentSession;
  readonly client: Client | undefined;
  /** Criteria whose note and evidence are unfolded. */
  readonly unfolded: ReadonlySet<string>;
  /** Fields that were left at least once, as `criterion/field`: only then is a half-typed number called wrong. */
  readonly touched: ReadonlySet<string>;
  /** The person tried to submit: everything that is missing may be pointed at. */
  readonly tried: boolean;
  /** Draws what is not needed for answering, notes and evidence among it; undefined until it is loaded. */
  readonly more: Acts | undefined;
  /** Changes nothing may be made to. */
  readonly locked: boolean;
}
