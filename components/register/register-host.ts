import type { TemplateResult } from 'lit';
import type { RegisterActs } from '../../src/client/register/register-acts.js';
import type { RegisterList } from '../../src/client/register/register-list.js';
import type { RegisterSession } from '../../src/client/register/register-session.js';
import type { CriteriaSetSummary } from '../../src/domain/criteria-set.schema.js';
import type { FocusTarget } from '../base/focus-next.js';
import type { LanguageController } from '../base/language.js';
import type { Selection } from './selection.js';

/** What the dialog of the register shows; it draws itself and keeps what is typed. */
export interface RegisterDialog {
  render(): TemplateResult;
  /** It was closed, by whatever way. */
  closed?(): void;
}

/** What parts of the register may ask of it. */
export interface RegisterHost {
  readonly l: LanguageController;
  /** Where parts that come later bring their looks. */
  readonly root: ShadowRoot;
  readonly session: RegisterSession;
  readonly list: RegisterList;
  readonly selection: Selection;
  /** Criteria sets that are known by now. */
  readonly sets: readonly CriteriaSetSummary[];
  /** Acts on their way; they are loaded with the first one. */
  acts(): Promise<RegisterActs>;
  /** Something has to be drawn again. */
  changed(): void;
  show(dialog: RegisterDialog): void;
  close(): void;
  focus(target: FocusTarget): void;
  /** The person is told of a failure already; the page hears of it, too. */
  report(error: unknown): void;
  /** Tells, above the list, why something could not be begun. */
  failed(error: unknown): void;
  /** Says what was done, above the list. */
  say(sentence: string): void;
  /** Address of an assessment, where the page names one. */
  hrefOf(assessment: string): string | undefined;
  /** The person opens an assessment; false where the page wants to stay. */
  opens(assessment: string, subject: string, cycle: string): boolean;
}
