import { nothing, type TemplateResult } from 'lit';
import type { AssessmentView } from '../../src/client/view.types.js';
import type { CriteriaSetSummary } from '../../src/domain/criteria-set.schema.js';
import type { HtsdAssessmentForm } from './assessment-form.js';
import {
  HtsdRegisterEvent,
  HtsdSubmitEvent,
  HtsdSubmittedEvent,
  HtsdWithdrawEvent,
} from './assessment-form.events.js';
import { criterionOf } from './form-actions.js';
import { outcomeLabel, type FormContext } from './form-context.js';
import {
  paperDialog,
  previewDialog,
  submitDialog,
  withdrawDialog,
  type PaperSettings,
} from './parts/dialogs.js';
import { ConsentDesk } from './consent-desk.js';
import {
  asksConsent,
  consentDialog,
  consentWithdrawDialog,
  newConsents,
  noConsent,
} from './parts/consent-view.js';
import { stateView } from './parts/notices-view.js';
import { remarkedIn } from './parts/remarks-view.js';
import { choiceKey, registerErrors, registerView, type RegisterDraft } from './parts/register-view.js';

type Dialog =
  | { kind: 'submit' | 'withdraw' | 'consent-give' | 'consent-withdraw' }
  | { kind: 'paper'; settings: PaperSettings }
  | { kind: 'preview'; name: string; blob: Blob };

/** Milliseconds of quiet before a new total is read out. */
const sayAfter = 900;

const evidenceOf = (element: Element): string => element.closest<HTMLElement>('[data-e]')?.dataset['e'] ?? '';

/** Registering, submitting, evidence, paper: what a person does around answering. */
export class LateActions {
  errors: string[] = [];
  readonly consent: ConsentDesk;
  #form: HtsdAssessmentForm;
  #draft: RegisterDraft | undefined;
  #dialog: Dialog | undefined;
  #submissions = 0;
  /** The return whose remarks were opened. */
  #returned: string | undefined;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HtsdAssessmentForm) {
    this.#form = form;
    this.consent = new ConsentDesk(form);
    this.consent.onView();
    this.#unfoldRemarks();
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
    const { view, subjectName, parentOrganisation, place, headName, headPosition, criteria } = this.#form;
    const subject = view?.subject;
    const preset = view?.choices.find((set) => set.id === criteria) ?? view?.choices[0];
    this.#draft ??= {
      name: subject?.name ?? subjectName,
      parent: subject?.parent ?? parentOrganisation,
      place: subject?.place.name ?? place,
      headName: subject?.head?.name ?? headName,
      headPosition: subject?.head?.position ?? headPosition,
      criteria: preset ? choiceKey(preset) : '',
      consent: noConsent,
      facts: { ...subject?.facts },
    };
    return this.#draft;
  }

  get chosen(): CriteriaSetSummary | undefined {
    return this.#form.view?.choices.find((set) => choiceKey(set) === this.draft.criteria);
  }

  /** What stands in the place of the form: the register step, or a sentence about why there is none. */
  step(phase: string, context: FormContext | undefined): TemplateResult | typeof nothing {
    if (phase !== 'register' || !context) return stateView(phase, context, this.#form.l);
    const { draft, chosen, errors } = this;
    return registerView(context, draft, errors, chosen, this.#form.model, this.consent.terms(draft.parent));
  }

  dialog(context: FormContext): TemplateResult | typeof nothing {
    const dialog = this.#dialog;
    if (!dialog) return nothing;
    switch (dialog.kind) {
      case 'submit':
        return submitDialog(context);
      case 'withdraw':
        return withdrawDialog(context);
      case 'consent-give':
        return consentDialog(this.consent.draft, this.#form.model, this.consent.terms(), context);
      case 'consent-withdraw':
        return consentWithdrawDialog(this.consent.terms(), context);
      case 'paper':
        return paperDialog(dialog.settings, context);
      default:
        return previewDialog(dialog.name, context, dialog.blob.type.startsWith('image/'));
    }
  }

  onView(view: AssessmentView, before: AssessmentView | undefined): void {
    this.consent.onView();
    this.#unfoldRemarks();
    if (view.result && before?.result && view.result.total !== before.result.total) this.#sayTotal();
    // Another year or subject is another registration; what was typed for this one stays until then.
    if (view.cycle !== before?.cycle || view.subject?.id !== before?.subject?.id) {
      if (this.#draft && (view.subject || before?.subject)) this.#draft = undefined;
      else if (this.#draft && !this.chosen) this.#draft = { ...this.#draft, criteria: '' };
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
    const { g, fact, consent } = target.dataset;
    if (consent && this.#dialog) this.consent.draft = this.consent.onInput(target, this.consent.draft);
    else if (consent) {
      this.#draft = { ...this.draft, consent: this.consent.onInput(target, this.draft.consent) };
    } else if (g) this.#draft = { ...this.draft, [g]: target.value };
    else if (fact) {
      const facts = { ...this.draft.facts };
      if (target.type === 'checkbox') facts[fact] = target.checked;
      else if (target.value) facts[fact] = target.value;
      else delete facts[fact];
      this.#draft = { ...this.draft, facts };
    } else return;
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
    if (target.dataset['form'] === 'register') {
      void this.#register();
      return;
    }
    const dialog = this.#dialog;
    if (!dialog || !button || button.value === 'cancel' || button.value === 'close') return;
    const fields = new FormData(target);
    void this.#form.attempt(async () => {
      if (dialog.kind === 'submit') await this.#submit();
      else if (dialog.kind === 'withdraw')
        await this.#withdraw((fields.get('reason') as string | null) ?? '');
      else if (dialog.kind === 'consent-give') await this.consent.give();
      else if (dialog.kind === 'consent-withdraw') await this.consent.withdraw();
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
    const clean = (text: string): string => text.trim().normalize('NFC');
    const known = new Set(chosen.facts?.map((fact) => fact.id));
    await form.session?.register({
      subjectGroup: chosen.subjectGroup,
      name: clean(draft.name),
      place: { name: clean(draft.place) },
      parent: clean(draft.parent) || undefined,
      head: clean(draft.headName)
        ? { name: clean(draft.headName), position: clean(draft.headPosition) || undefined }
        : undefined,
      facts: Object.fromEntries(Object.entries(draft.facts).filter(([id]) => known.has(id))),
      criteria: { id: chosen.id, version: chosen.version },
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
    const canvas = form.renderRoot.querySelector('canvas');
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

  /** Also by the Escape key, which sends no form. The event comes late: another dialog may be open by now. */
  onClose(element: HTMLDialogElement): void {
    if (element.open) return;
    this.#dialog = undefined;
    this.#form.requestUpdate();
  }
}
