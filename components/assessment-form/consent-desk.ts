import { isInForce } from '../../src/domain/consent.js';
import type { Consent } from '../../src/domain/consent.schema.js';
import type { Model } from '../../src/domain/text.schema.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import type { HtsdAssessmentForm } from './assessment-form.js';

/** Families and citizens are people; of a clan only the head is named, of units and communities nobody private. */
export const asksConsent = (model: Model, headName: string): boolean =>
  model === 'family' || model === 'citizen' || (model === 'clan' && headName.trim() !== '');

/** The consents of the one whom the form is about, as they are recorded. */
export class ConsentDesk {
  #form: HtsdAssessmentForm;
  #subject: string | undefined;
  /** Somebody is named who has to consent: of a clan it may be entered later. */
  #asks = false;
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
      this.read(subject.id).catch((error: unknown) => this.#form.dispatchEvent(new HtsdErrorEvent(error)));
    }
  }

  /** Reads everything that was ever consented to for a subject, in force or withdrawn. Errors: those of the query. */
  async read(subject: string): Promise<void> {
    const { client } = this.#form;
    if (!client) return;
    const found = await client.queryAll('consents.list', { subject });
    if (subject !== this.#subject) return;
    this.given = found;
    this.#form.requestUpdate();
  }
}
