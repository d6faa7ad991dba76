import { addConsents, consentsOf, withdrawConsents } from '../../src/client/consents.js';
import { isInForce } from '../../src/domain/consent.js';
import type { Consent } from '../../src/domain/consent.schema.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import type { HtsdAssessmentForm } from './assessment-form.js';
import {
  asksConsent,
  newConsents,
  noConsent,
  type ConsentDraft,
  type ConsentTerms,
} from './parts/consent-view.js';

/** The consents of the one whom the form is about: read, given, taken back. */
export class ConsentDesk {
  #form: HtsdAssessmentForm;
  #subject: string | undefined;
  /** Somebody is named who has to consent: of a clan it may be entered later. */
  #asks = false;
  /** What is ticked in the dialog. */
  draft: ConsentDraft = noConsent;
  /** Those recorded so far; undefined where none are asked for, or where the back end did not say. */
  given: readonly Consent[] | undefined;

  constructor(form: HtsdAssessmentForm) {
    this.#form = form;
  }

  /** Nobody may be assessed and sent in who did not consent. */
  get lacking(): boolean {
    return !!this.given && !this.given.some((one) => one.purpose === 'assessment' && isInForce(one));
  }

  /** Reads what was given for the subject that the form shows, once for each. */
  onView(): void {
    const { view } = this.#form;
    const subject = view?.subject;
    const shown = view?.phase === 'editing' || view?.phase === 'readonly';
    const asks = !!subject && asksConsent(subject.model, subject.head?.name ?? '');
    if (!shown || (subject?.id === this.#subject && asks === this.#asks)) return;
    this.#subject = subject?.id;
    this.#asks = asks;
    this.given = undefined;
    if (subject && asks) {
      // A back end that keeps no consents lets the form do without: nobody could give one there.
      this.#read(subject.id).catch((error: unknown) => this.#form.dispatchEvent(new HtsdErrorEvent(error)));
    }
  }

  /**
   * What the page says about the use of the data. Read when it is shown instead of observed: of these attributes
   * nothing is needed before. `parent` is the organisation above the subject, where it is being typed.
   */
  terms(parent?: string): ConsentTerms {
    const form = this.#form;
    const controller =
      form.getAttribute('controller')?.trim() ||
      (parent ?? form.view?.subject?.parent ?? form.parentOrganisation).trim();
    const contact = form.getAttribute('controller-contact')?.trim();
    const years = Number(form.getAttribute('retention'));
    return {
      controller: controller && contact ? `${controller} (${contact})` : controller,
      years: Number.isInteger(years) && years >= 1 && years <= 100 ? years : undefined,
    };
  }

  /** Starts the dialog with nothing ticked. */
  begin(): void {
    this.draft = noConsent;
  }

  onInput(target: HTMLInputElement, draft: ConsentDraft): ConsentDraft {
    const name = target.dataset['consent'] ?? '';
    return { ...draft, [name]: target.type === 'checkbox' ? target.checked : target.value };
  }

  async give(): Promise<void> {
    const { client, view } = this.#form;
    const subject = view?.subject;
    if (!client || !subject || !this.draft.assessment) return;
    await addConsents(
      client,
      subject.id,
      newConsents(this.draft, subject.head?.name ?? subject.name, this.terms()),
    );
    await this.#read(subject.id);
  }

  async withdraw(): Promise<void> {
    const { client, view } = this.#form;
    const subject = view?.subject;
    if (!client || !subject || !this.given) return;
    await withdrawConsents(client, this.given);
    await this.#read(subject.id);
  }

  async #read(subject: string): Promise<void> {
    const { client } = this.#form;
    if (!client) return;
    const found = await consentsOf(client, subject);
    if (subject !== this.#subject) return;
    this.given = found;
    this.#form.requestUpdate();
  }
}
