import { nothing, type LitElement, type TemplateResult } from 'lit';
import type { Candidate } from '../../src/client/candidates.js';
import type { Recognition } from '../../src/domain/recognition.schema.js';
import type { LanguageController } from '../base/language.js';
import { reasonDialog } from './parts/reason-dialog.js';
import type { Question } from './recognition-context.js';
import type { RecognitionDesk } from './recognition-desk.js';

/** The signer's desk, as far as the question needs it. */
interface QuestionHost extends LitElement {
  readonly l: LanguageController;
  readonly desk: RecognitionDesk | undefined;
}

/** Asks for the reason of a refusal or revocation, in the dialog of the desk's shadow root. */
export class ReasonQuestion {
  readonly #host: QuestionHost;
  readonly #answered: (question: Question, reason: string) => void;
  #question: Question | undefined;

  constructor(host: QuestionHost, answered: (question: Question, reason: string) => void) {
    this.#host = host;
    this.#answered = answered;
  }

  async ask(kind: Question['kind'], about: Candidate | Recognition): Promise<void> {
    this.#put({ kind, about, bare: false });
    await this.#host.updateComplete;
    const element = this.#host.renderRoot.querySelector('dialog');
    if (element && !element.open) element.showModal();
  }

  #put(question: Question | undefined): void {
    this.#question = question;
    this.#host.requestUpdate();
  }

  readonly submit = (event: SubmitEvent): void => {
    const question = this.#question;
    const { desk } = this.#host;
    if (!question || !desk || (event.submitter as HTMLButtonElement | null)?.value !== 'ok') return;
    const reason = desk.reason(question.kind, question.about).trim();
    if (reason !== '') return this.#answered(question, reason);
    event.preventDefault();
    this.#put({ ...question, bare: true });
  };

  /** Also by the Escape key, which sends no form. */
  readonly close = (event: Event): void => {
    if (!(event.target as HTMLDialogElement).open) this.#put(undefined);
  };

  view(): TemplateResult | typeof nothing {
    const { desk, l } = this.#host;
    return this.#question && desk ? reasonDialog(this.#question, desk, l) : nothing;
  }
}
