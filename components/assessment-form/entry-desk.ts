import type { TemplateResult } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import { addConsents, withdrawConsents } from '../../src/client/consents.js';
import type { AssessmentView, Problem } from '../../src/client/view.types.js';
import { criteriaKey } from '../../src/domain/criteria-key.js';
import type { CriteriaSetSummary } from '../../src/domain/criteria-set.schema.js';
import type { HtsdAssessmentForm } from './assessment-form.js';
import { HtsdRegisterEvent } from './assessment-form.events.js';
import { asksConsent } from './consent-desk.js';
import type { FormContext } from './form-context.js';
import { drop, keep, read, typedIn, type KeptEntry } from './kept-entry.js';
import type { LateActions, OpenDialog } from './late-actions.js';
import {
  consentDialog,
  consentWithdrawDialog,
  newConsents,
  noConsent,
  type ConsentDraft,
  type ConsentTerms,
} from './parts/consent-view.js';
import { registerErrors, registerView, type RegisterDraft } from './parts/register-view.js';
import { fieldsOf, firstDraft, patchedDraft, presetChoice } from './register-draft.js';
import type { RegistrationDesk } from './registration-desk.js';

const consentTyped = (target: HTMLInputElement, draft: ConsentDraft): ConsentDraft => {
  const name = target.dataset['consent'] ?? '';
  return { ...draft, [name]: target.type === 'checkbox' ? target.checked : target.value };
};

/** Registering, giving consent and taking it back; and the way to correct what was registered. */
export class EntryDesk {
  errors: string[] = [];
  /** Comes with the first who corrects what he registered. */
  registration: RegistrationDesk | undefined;
  readonly #form: HtsdAssessmentForm;
  readonly #late: LateActions;
  #draft: RegisterDraft | undefined;
  /** Of what was last asked whether something was kept. */
  #asked: string | undefined;
  /** Why what was typed last is not kept on this device. */
  #unkept: Problem | undefined;
  /** What is ticked in the dialog. */
  #consent = noConsent;
  #correcting: OpenDialog | undefined;

  constructor(form: HtsdAssessmentForm, late: LateActions) {
    this.#form = form;
    this.#late = late;
  }

  get draft(): RegisterDraft {
    this.#draft ??= firstDraft(this.#form);
    // What was chosen for another year may not be on offer for this one.
    const { choices = [] } = this.#form.view ?? {};
    const { criteria } = this.#draft;
    return choices.some((set) => criteriaKey(set) === criteria)
      ? this.#draft
      : { ...this.#draft, criteria: presetChoice(this.#form) };
  }

  get chosen(): CriteriaSetSummary | undefined {
    return this.#form.view?.choices.find((set) => criteriaKey(set) === this.draft.criteria);
  }

  /** The register step. */
  step(context: FormContext): TemplateResult {
    this.#bring();
    const { draft, chosen, errors } = this;
    const { model } = this.#form;
    const about = { model, errors, chosen, today: this.#late.today, unkept: this.#unkept };
    return registerView(context, draft, about, this.#terms(draft.parent));
  }

  /** Under which name it is kept what is typed about this subject, or about a new one. */
  get #name(): string {
    const { model, view } = this.#form;
    return `${model}/${view?.subject?.id ?? ''}`;
  }

  /** What was typed before the page was left comes back, under what was typed since. */
  #bring(): void {
    const form = this.#form;
    const { client } = form;
    const name = this.#name;
    if (!client || this.#asked === name) return;
    this.#asked = name;
    void Promise.all([read(client, name), this.#ownName(client)]).then(([kept, own]) => {
      if ((Object.keys(kept).length === 0 && !own) || this.#asked !== name) return;
      const first = firstDraft(form);
      const now = this.#draft ?? first;
      this.#draft = {
        ...{ ...first, name: first.name || own, ...kept, ...typedIn(now, first) },
        consent: now.consent,
      };
      form.requestUpdate();
    });
  }

  /** The name of a citizen who assesses himself: of his first registration, and of nobody who enters what others say. */
  async #ownName(client: Client): Promise<string> {
    const { model, view } = this.#form;
    if (model !== 'citizen' || view?.subjects.length) return '';
    const { actor } = await client.session().catch(() => ({ actor: null }));
    const forOthers = actor?.roles.some((role) => role === 'officer' || role === 'admin');
    return actor && !forOthers && actor.name !== actor.id ? actor.name : '';
  }

  /**
   * What the page says about the use of the data. Read when it is shown instead of observed: of these attributes
   * nothing is needed before. `parent` is the organisation above the subject, where it is being typed.
   */
  #terms(parent?: string): ConsentTerms {
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

  onView(view: AssessmentView, before: AssessmentView | undefined): void {
    if (view.phase === 'loading' && this.#correcting) this.#late.close(this.#correcting);
    // Another year or subject is another registration; what was typed for this one stays until then.
    if (view.cycle !== before?.cycle || view.subject?.id !== before?.subject?.id) {
      if (this.#draft && (view.subject || before?.subject)) this.#draft = undefined;
      this.#asked = this.#unkept = undefined;
    }
  }

  /** Something was typed or ticked in the register step. */
  onInput(target: HTMLInputElement): void {
    const { draft } = this;
    const next = target.dataset['consent']
      ? { ...draft, consent: consentTyped(target, draft.consent) }
      : patchedDraft(draft, target);
    if (!next) return;
    this.#draft = next;
    const { client } = this.#form;
    if (client) void this.#keep(client, typedIn(next, firstDraft(this.#form)));
    if (this.errors.length > 0) this.errors = registerErrors(next, this.chosen, this.#form.model);
    this.#form.requestUpdate();
  }

  async #keep(client: Client, typed: KeptEntry): Promise<void> {
    const before = this.#unkept;
    this.#unkept = await keep(client, this.#name, typed);
    if (this.#unkept || before) this.#form.requestUpdate();
  }

  async act(action: string): Promise<void> {
    const late = this.#late;
    switch (action) {
      case 'registration':
        return this.#correct();
      case 'registration-close':
        return late.close();
      case 'consent-give':
        // Nothing is ticked beforehand.
        this.#consent = noConsent;
        return late.show({
          draw: (context) => consentDialog(this.#consent, this.#form.model, this.#terms(), context),
          onInput: (target) => {
            this.#consent = consentTyped(target, this.#consent);
            this.#form.requestUpdate();
          },
          take: () => this.#give(),
        });
      default:
        return late.show({
          draw: (context) => consentWithdrawDialog(this.#terms(), context),
          take: () => this.#takeBack(),
        });
    }
  }

  async #correct(): Promise<void> {
    const { RegistrationDesk: Desk, registrationDialog } = await import('./parts/correct.js');
    const form = this.#form;
    const desk = (this.registration ??= new Desk(form));
    await desk.begin();
    this.#correcting ??= {
      draw: (context) => registrationDialog(desk, form.model, this.#late.today, context),
      onInput: (target) => desk.onInput(target),
    };
    return this.#late.show(this.#correcting);
  }

  async register(): Promise<void> {
    const form = this.#form;
    const { draft, chosen } = this;
    this.errors = registerErrors(draft, chosen, form.model);
    if (this.errors.length > 0 || !chosen) return form.actions.focusNext('missing');
    if (!form.dispatchEvent(new HtsdRegisterEvent(form.view?.cycle ?? ''))) return;
    const name = this.#name;
    await form.session?.register({
      ...fieldsOf(draft, chosen, form),
      consents: asksConsent(form.model, draft.headName)
        ? newConsents(draft.consent, draft.headName.trim() || draft.name, this.#terms(draft.parent))
        : [],
    });
    if (form.client && form.session?.getState().phase !== 'register') drop(form.client, name);
  }

  async #give(): Promise<void> {
    const { client, view } = this.#form;
    const subject = view?.subject;
    if (!client || !subject || !this.#consent.assessment) return;
    const consents = newConsents(this.#consent, subject.head?.name ?? subject.name, this.#terms());
    await addConsents(client, subject.id, consents);
    await this.#late.consent.read(subject.id);
  }

  async #takeBack(): Promise<void> {
    const { client, view } = this.#form;
    const { consent } = this.#late;
    const subject = view?.subject;
    if (!client || !subject || !consent.given) return;
    await withdrawConsents(client, consent.given);
    await consent.read(subject.id);
  }
}
