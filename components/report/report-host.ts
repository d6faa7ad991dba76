import type { TemplateResult } from 'lit';
import type { FocusTarget } from '../base/focus-next.js';
import type { LanguageController } from '../base/language.js';

/** What the dialog of the report shows; it draws itself and keeps what is typed. */
export interface ReportDialog {
  render(): TemplateResult;
  /** It was closed, by whatever way. */
  closed?(): void;
}

/** What parts of the report may ask of it. */
export interface ReportHost {
  readonly l: LanguageController;
  /** Something has to be drawn again. */
  readonly changed: () => void;
  readonly show: (dialog: ReportDialog) => void;
  readonly close: () => void;
  readonly focus: (target: FocusTarget) => void;
  /** The person is told of a failure already; the page hears of it, too. */
  readonly report: (error: unknown) => void;
}
