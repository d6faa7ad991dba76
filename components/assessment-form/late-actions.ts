import { nothing, type TemplateResult } from 'lit';
import type { AssessmentView } from '../../src/client/view.types.js';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import type { CriteriaSetSummary } from '../../src/domain/criteria-set.schema.js';
import type { AchievementDesk } from './achievement-desk.js';
import type { HtsdAssessmentForm } from './assessment-form.js';
import {
  HtsdRegisterEvent,
  HtsdSubmitEvent,
  HtsdSubmittedEvent,
  HtsdWithdrawEvent,
} from './assessment-form.events.js';
import { criterionOf } from './form-actions.js';
import { fetchAhead } from '../base/ahead.js';
import { outcomeLabel, type FormContext } from './form-context.js';
import {
  paperDialog,
  previewDialog,
  submitDialog,
  withdrawDialog,
  type PaperSettings,
} from './parts/dialogs.js';
import { ConsentDesk } from './consent-desk.js';
import { asksConsent, consentDialog, consentWithdrawDialog, newConsents } from './parts/consent-view.js';
import { stateView } from './parts/notices-view.js';
import { remarkedIn } from './parts/remarks-view.js';
import { choiceKey, registerErrors, registerView, type RegisterDraft } from './parts/register-view.js';
import { registrationDialog } from './parts/registration-view.js';
import { fieldsOf, firstDraft, patchedDraft, presetChoice } from './register-draft.js';
import { RegistrationDesk } from './registration-desk.js';

type Dialog =
  | { kind: 'submit' | 'withdraw' | 'consent-give' | 'consent-withdraw' | 'registration' | 'achievements' }
  | { kind: 'paper'; settings: PaperSettings }
  | { kind: 'preview'; name: string; blob: Blob };

/** Milliseconds of quiet before a new total is read out. */
const sayAfter = 900;

const evidenceOf = (element: Element): string => element.closest<HTMLElement>('[data-e]')?.dataset['e'] ?? '';

/**
 * Fetches what sending and attaching take, while there is a network: what a page has not fetched by the time that it goes
 * away cannot be queued either.
 */
const fetchParts = (): Promise<unknown> =>
  Promise.allSettled([
    import('../../src/client/sending.js'),
    import('../../src/client/evidence.js'),
    import('../../src/client/waiting-files.js'),
  ]);

/** Registering, submitting, evidence, paper: what a person does around answering. */
export class LateActions {
  errors: string[] = [];
  readonly consent: ConsentDesk;
  readonly registration: RegistrationDesk;
  /** Comes with the first who wants it: most back ends have no such records. */
  #achievements: AchievementDesk | undefined;
  #form: HtsdAssessmentForm;
  #draft: RegisterDraft | undefined;
  #dialog: Dialog | undefined;
  #submissions = 0;
  /** What is shown is being read anew. */
  #stale = false;
  /** The return whose remarks were opened. */
  #returned: string | undefined;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HtsdAssessmentForm) {
    this.#form = form;
    this.consent = new ConsentDesk(form);
    this.registration = new RegistrationDesk(form);
    this.consent.onView();
    this.registration.onView();
    this.#unfoldRemarks();
    fetchAhead(fetchParts);
  }

  /** Opens the criteria of which the reviewer said something, once per return. */
  #unfoldRemarks(): void {
    const { view, unfolded } = this.#form;
    const at = view?.assessment?.returned?.at;
    if (!at || at === this.#returned) return;
    this.#returned = at;
    const remarked = remarkedIn(view.assessment);
    if (remarked.size > 0) this.#form.unfolded = new Set([...unfolded, ...remarked]);
  }

  get draft(): RegisterDraft {
    this.#draft ??= firstDraft(this.#form);
    // What was chosen for another year may not be on offer for this one.
    const { choices = [] } = this.#form.view ?? {};
    const { criteria } = this.#draft;
    return choices.some((set) => choiceKey(set) === criteria)
      ? this.#draft
      : { ...this.#draft, criteria: presetChoice(this.#form) };
  }

  get chosen(): CriteriaSetSummary | undefined {
    return this.#form.view?.choices.find((set) => choiceKey(set) === this.draft.criteria);
  }

  /** ISO date, in Vietnam. */
  get today(): string {
    return dateInVietnam((this.#form.client?.now() ?? new Date()).toISOString());
  }

  /** What stands in the place of the form: the register step, or a sentence about why there is none. */
  step(phase: string, context: FormContext | undefined): TemplateResult | typeof nothing {
    if (phase !== 'register' || !context) return stateView(phase, context, this.#form.l);
    const { draft, chosen, errors, today } = this;
    const { model } = this.#form;
    return registerView(context, draft, { model, errors, chosen, today }, this.consent.terms(draft.parent));
  }

  dialog(context: FormContext): TemplateResult | typeof nothing {
    const dialog = this.#dialog;
    if (!dialog) return nothing;
    switch (dialog.kind) {
      case 'submit':
        return submitDialog(context);
      case 'withdraw':
        return withdrawDialog(context);
      case 'registration':
        return registrationDialog(this.registration, this.#form.model, this.today, context);
      case 'consent-give':
        return consentDialog(this.consent.draft, this.#form.model, this.consent.terms(), context);
      case 'consent-withdraw':
        return consentWithdrawDialog(this.consent.terms(), context);
      case 'achievements':
        return this.#achievements?.dialog(context) ?? nothing;
      case 'paper':
        return paperDialog(dialog.settings, context);
      default:
        return previewDialog(dialog.name, context, dialog.blob.type.startsWith('image/'));
    }
  }

  onView(view: AssessmentView, before: AssessmentView | undefined): void {
    this.consent.onView();
    this.registration.onView();
    this.#unfoldRemarks();
    if (view.phase === 'loading' && this.#dialog?.kind === 'registration') this.#close();
    // The set was changed in another tab or on another device: nothing here may be scored by the old one.
    const { assessment, set } = view;
    if (!set) this.#stale = false;
    else if (assessment && !this.#stale && choiceKey(assessment.criteria) !== choiceKey(set)) {
      this.#stale = true;
      void this.#form.session?.chooseSubject(assessment.subjectId);
    }
    if (view.result && before?.result && view.result.total !== before.result.total) this.#sayTotal();
    // Another year or subject is another registration; what was typed for this one stays until then.
    if (view.cycle !== before?.cycle || view.subject?.id !== before?.subject?.id) {
      if (this.#draft && (view.subject || before?.subject)) this.#draft = undefined;
    }
    const last = view.assessment?.submissions.at(-1);
    const count = view.assessment?.submissions.length ?? 0;
    if (
      before?.submit.status === 'sending' &&
      last &&
      count > this.#submissions &&
      view.phase === 'readonly'
    ) {
      this.#submissions = count;
      this.#form.tried = false;
      this.#form.actions.focusNext('receipt');
      this.#form.dispatchEvent(new HtsdSubmittedEvent(view.assessment!.id, last));
    }
  }

  #sayTotal(): void {
    clearTimeout(this.#sayTimer);
    this.#sayTimer = setTimeout(() => {
      const { view, l, renderRoot } = this.#form;
      const say = renderRoot.querySelector('#say');
      if (!say || !view?.result || !view.set) return;
      const { mode, total, max, outcome } = view.result;
      const words = { total, max, outcome: outcomeLabel(view.set, outcome, l) };
      say.textContent = l.t(mode === 'points' ? 'form.say.points' : 'form.say.targets', words);
    }, sayAfter);
  }

  onInput(target: HTMLInputElement): void {
    const { consent, achievement } = target.dataset;
    if (achievement) return this.#achievements?.onInput(target);
    if (this.#dialog?.kind === 'registration') return this.registration.onInput(target);
    if (consent && this.#dialog) this.consent.draft = this.consent.onInput(target, this.consent.draft);
    else if (consent) {
      this.#draft = { ...this.draft, consent: this.consent.onInput(target, this.draft.consent) };
    } else {
      const next = patchedDraft(this.draft, target);
      if (!next) return;
      this.#draft = next;
    }
    if (this.errors.length > 0) this.errors = registerErrors(this.draft, this.chosen, this.#form.model);
    this.#form.requestUpdate();
  }

  onChange(target: HTMLInputElement): void {
    const form = this.#form;
    const { session } = form;
    const { cycle, subject, file } = target.dataset;
    if (cycle !== undefined) void session?.chooseCycle(target.value);
    else if (subject !== undefined) void session?.chooseSubject(target.value || null);
    else if (file !== undefined) {
      const criterion = criterionOf(target);
      const files = [...(target.files ?? [])];
      if (criterion) void form.attempt(async () => session?.attach(criterion, files));
      target.value = '';
    }
  }

  onSubmit(target: HTMLFormElement, button: HTMLButtonElement | null): void {
    const { form } = target.dataset;
    if (form === 'register') return void this.#register();
    if (form === 'registration') return void this.#form.attempt(() => this.registration.submit());
    const dialog = this.#dialog;
    if (!dialog || !button || button.value === 'cancel' || button.value === 'close') return;
    const fields = new FormData(target);
    void this.#form.attempt(async () => {
      if (dialog.kind === 'submit') await this.#submit();
      else if (dialog.kind === 'withdraw')
        await this.#withdraw((fields.get('reason') as string | null) ?? '');
      else if (dialog.kind === 'consent-give') await this.consent.give();
      else if (dialog.kind === 'consent-withdraw') await this.consent.withdraw();
      else if (dialog.kind === 'achievements') this.#achievements?.take();
      else if (dialog.kind === 'paper') await this.#paper(button.value === 'docx' ? 'docx' : 'print', fields);
    });
  }

  async act(action: string, button: HTMLElement): Promise<void> {
    const { session } = this.#form;
    const criterion = criterionOf(button) ?? '';
    switch (action) {
      case 'submit':
        return this.#trySubmit();
      case 'withdraw':
      case 'consent-withdraw':
        return this.#show({ kind: action });
      case 'consent-give':
        this.consent.begin();
        return this.#show({ kind: action });
      case 'registration':
        await this.registration.begin();
        return this.#show({ kind: action });
      case 'registration-close':
        return this.#close();
      case 'achievements': {
        const { AchievementDesk: Desk } = await import('./achievement-desk.js');
        this.#achievements ??= new Desk(this.#form);
        this.#achievements.begin(criterion);
        return this.#show({ kind: action });
      }
      case 'achievement-retry':
        return this.#achievements?.read();
      case 'paper': {
        const { paperSettings } = await import('./parts/paper.js');
        return this.#show({ kind: 'paper', settings: paperSettings(this.#form) });
      }
      case 'keep':
        return session?.resolve(
          button.closest<HTMLElement>('[data-k]')?.dataset['k'] ?? '',
          button.dataset['keep'] === 'theirs' ? 'theirs' : 'mine',
        );
      case 'dismiss':
        return session?.dismissUpload(button.closest<HTMLElement>('[data-u]')?.dataset['u'] ?? '');
      case 'remove':
        return session?.removeEvidence(criterion, evidenceOf(button));
      case 'link':
        return this.#addLink(criterion, button);
      case 'preview':
        return this.#preview(criterion, evidenceOf(button));
      case 'download': {
        const dialog = this.#dialog;
        const { saveFile } = await import('./parts/paper.js');
        if (dialog?.kind === 'preview') saveFile(dialog.blob, dialog.name);
      }
    }
  }

  async #register(): Promise<void> {
    const form = this.#form;
    const { draft, chosen } = this;
    this.errors = registerErrors(draft, chosen, form.model);
    if (this.errors.length > 0 || !chosen) return form.actions.focusNext('missing');
    if (!form.dispatchEvent(new HtsdRegisterEvent(form.view?.cycle ?? ''))) return;
    await form.session?.register({
      ...fieldsOf(draft, chosen),
      consents: asksConsent(form.model, draft.headName)
        ? newConsents(draft.consent, draft.headName.trim() || draft.name, this.consent.terms(draft.parent))
        : [],
    });
  }

  async #trySubmit(): Promise<void> {
    const form = this.#form;
    const result = form.view?.result;
    if (!result) return;
    form.tried = true;
    if (result.open.length > 0 || result.evidence.length > 0) form.actions.focusNext('missing');
    else if (this.consent.lacking) await this.act('consent-give', form);
    else await this.#show({ kind: 'submit' });
  }

  async #submit(): Promise<void> {
    const { session, view } = this.#form;
    const id = view?.assessment?.id;
    if (!session || !id || !this.#form.dispatchEvent(new HtsdSubmitEvent(id))) return;
    this.#submissions = view.assessment?.submissions.length ?? 0;
    await session.submit();
  }

  async #withdraw(reason: string): Promise<void> {
    const { session, view } = this.#form;
    const id = view?.assessment?.id;
    if (!session || !id || !this.#form.dispatchEvent(new HtsdWithdrawEvent(id))) return;
    await session.withdraw(reason.trim() || undefined);
  }

  async #paper(as: 'print' | 'docx', fields: FormData): Promise<void> {
    const { makePaper } = await import('./parts/paper.js');
    await makePaper(this.#form, as, fields);
  }

  #addLink(criterion: string, button: HTMLElement): void {
    const row = button.parentElement;
    const url = row?.querySelector<HTMLInputElement>('[data-link="url"]');
    const name = row?.querySelector<HTMLInputElement>('[data-link="name"]');
    if (!url?.value.trim()) {
      url?.focus();
      return;
    }
    const address = url.value.trim();
    const words = name?.value.trim() || address;
    const { session } = this.#form;
    void this.#form.attempt(async () => session?.attachLink(criterion, address, words));
    url.value = '';
    if (name) name.value = '';
  }

  async #preview(criterion: string, id: string): Promise<void> {
    const form = this.#form;
    const evidence = form.view?.answers[criterion]?.evidence?.find((each) => each.id === id);
    if (evidence?.kind !== 'file' || !form.session) return;
    const blob = await form.session.openFile(evidence);
    await this.#show({ kind: 'preview', name: evidence.name, blob });
    const canvas = form.renderRoot.querySelector<HTMLCanvasElement>('dialog canvas');
    if (!canvas) return;
    const { drawImage } = await import('./parts/paper.js');
    await drawImage(canvas, blob);
  }

  async #show(dialog: Dialog): Promise<void> {
    const form = this.#form;
    this.#dialog = dialog;
    form.requestUpdate();
    await form.updateComplete;
    const element = form.renderRoot.querySelector('dialog');
    if (element && !element.open) element.showModal();
  }

  #close(): void {
    this.#form.renderRoot.querySelector('dialog')?.close();
  }

  /** Also by the Escape key, which sends no form. The event comes late: another dialog may be open by now. */
  onClose(element: HTMLDialogElement): void {
    if (element.open) return;
    this.#dialog = undefined;
    this.#form.requestUpdate();
  }
}
