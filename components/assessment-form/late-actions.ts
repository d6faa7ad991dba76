import { adoptStyles, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { AssessmentView, Problem } from '../../src/client/view.types.js';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import { criteriaKey } from '../../src/domain/criteria-key.js';
import { fetchAhead } from '../base/ahead.js';
import type { Texts } from '../base/language.js';
import type { ActDesk } from './act-desk.js';
import type { HtsdAssessmentForm } from './assessment-form.js';
import { HtsdSubmittedEvent } from './assessment-form.events.js';
import { ConsentDesk } from './consent-desk.js';
import type { EntryDesk } from './entry-desk.js';
import { criterionOf } from './form-actions.js';
import { outcomeLabel, type FormContext } from './form-context.js';
import { lateStyles } from './late.styles.js';
import { aboveView, aroundLooks, moreTexts, withdrawView } from './parts/around-here.js';
import { lateTexts } from './texts-late.js';

/** What stands in the dialog, how it is drawn and what comes of it. */
export interface OpenDialog {
  draw: (context: FormContext) => TemplateResult | typeof nothing;
  /** Something was typed or ticked in it. */
  onInput?: (target: HTMLInputElement) => void;
  /** A button that does something sent its form. */
  take?: (fields: FormData, button: HTMLButtonElement) => void | Promise<void>;
}

/** Milliseconds of quiet before a new total is read out. */
const sayAfter = 900;

/**
 * Fetches what correcting, sending and attaching take, while there is a network: what a page has not fetched by the time that it goes
 * away cannot be queued either.
 */
const fetchParts = (): Promise<unknown> =>
  Promise.allSettled([
    import('./parts/correct.js'),
    import('../../src/client/sending.js'),
    import('../../src/client/evidence.js'),
    import('../../src/client/waiting-files.js'),
  ]);

/**
 * What a person does around answering. Registering and consents, and everything that few states or an act of his need, lie
 * in parts of their own: they come with such a state, with the act, or ahead of it, as the page was told.
 */
export class LateActions {
  readonly consent: ConsentDesk;
  /** Registering, correcting what was registered, consents. */
  entry: EntryDesk | undefined;
  /** Submitting, evidence, paper, and the states that have something to say. */
  acts: ActDesk | undefined;
  /** How many submissions there were when the last one was sent. */
  submissions = 0;
  readonly #form: HtsdAssessmentForm;
  /** Looks of the parts that are here. */
  readonly #sheets: CSSResult[] = [];
  #dialog: OpenDialog | undefined;
  /** What is shown is being read anew. */
  #stale = false;
  #sayTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HtsdAssessmentForm) {
    this.#form = form;
    this.consent = new ConsentDesk(form);
    this.consent.onView();
    this.wear([lateTexts, ...moreTexts], [lateStyles, ...aroundLooks]);
    this.want();
    fetchAhead(() => {
      void form.attempt(() => Promise.all([this.loadEntry(), this.loadActs()]), false);
      return fetchParts();
    });
  }

  /** Gives the form sentences and looks; `first`: looks that the others of these parts stand above. */
  wear(texts: readonly Texts[], styles: readonly CSSResult[], first?: boolean): void {
    const { l, renderRoot } = this.#form;
    for (const each of texts) l.add(each);
    this.#sheets.splice(first ? 0 : this.#sheets.length, 0, ...styles);
    const { elementStyles } = this.#form.constructor as typeof HtsdAssessmentForm;
    adoptStyles(renderRoot as ShadowRoot, [...elementStyles, ...this.#sheets]);
    this.#form.requestUpdate();
  }

  /** Fetches what the form needs as it stands now. */
  want(): void {
    const form = this.#form;
    const phase = form.view?.phase;
    if (phase === 'register' && !this.entry) void form.attempt(() => this.loadEntry());
    // In a form that is filled in, a sentence less is no reason to put another in its place.
    if (!this.acts && this.#needsActs())
      void form.attempt(() => this.loadActs(), phase !== 'editing' && phase !== 'register' && !form.trouble);
  }

  /** Something is to be said or drawn that only the part for acts knows how. */
  #needsActs(): boolean {
    const { view, trouble, unfolded, missingOpen } = this.#form;
    if (trouble || unfolded.size > 0 || missingOpen) return true;
    if (!view || view.phase === 'loading') return false;
    const { phase, role, save, submit, assessment } = view;
    return (
      (phase !== 'editing' && phase !== 'register' && phase !== 'readonly') ||
      role === 'follower' ||
      save.status === 'failed' ||
      submit.status !== 'idle' ||
      view.persisted === false ||
      !!view.damaged ||
      !!view.problem ||
      view.conflicts.length > 0 ||
      assessment?.state === 'returned' ||
      !!assessment?.setAside?.length
    );
  }

  /** Errors: as of anything that is fetched later. */
  async loadEntry(): Promise<EntryDesk> {
    const { EntryDesk: Desk, entryTexts, entryStyles } = await import('./parts/entry.js');
    if (!this.entry) {
      this.wear(entryTexts, [entryStyles]);
      this.entry = new Desk(this.#form, this);
    }
    return this.entry;
  }

  /** Errors: as of anything that is fetched later. */
  async loadActs(): Promise<ActDesk> {
    const more = await import('./parts/acts.js');
    if (!this.acts) {
      this.wear(more.actTexts, [more.actStyles]);
      this.#form.more = more;
      this.acts = new more.ActDesk(this.#form, this);
    }
    return this.acts;
  }

  /** ISO date, in Vietnam. */
  get today(): string {
    return dateInVietnam((this.#form.client?.now() ?? new Date()).toISOString());
  }

  /** What stands in the place of the form: the register step, or a sentence about why there is none. */
  step(phase: string, context: FormContext | undefined): TemplateResult | undefined {
    if (phase === 'register' && context) return this.entry?.step(context);
    return this.acts?.state(phase, context);
  }

  /** Everything that may stand between the heading and the criteria. */
  above(context: FormContext, trouble: Problem | undefined, incomplete: boolean): unknown {
    if (trouble) this.want();
    return aboveView(context, trouble, incomplete, this);
  }

  /** Below the criteria: the way back of what was submitted. */
  below(context: FormContext): TemplateResult | typeof nothing {
    return withdrawView(context);
  }

  dialog(context: FormContext): TemplateResult | typeof nothing {
    return this.#dialog?.draw(context) ?? nothing;
  }

  onView(view: AssessmentView, before: AssessmentView | undefined): void {
    this.consent.onView();
    this.entry?.onView(view, before);
    this.acts?.onView();
    this.want();
    // The set was changed in another tab or on another device: nothing here may be scored by the old one.
    const { assessment, set } = view;
    if (!set) this.#stale = false;
    else if (assessment && !this.#stale && criteriaKey(assessment.criteria) !== criteriaKey(set)) {
      this.#stale = true;
      void this.#form.session?.chooseSubject(assessment.subjectId);
    }
    if (view.result && before?.result && view.result.total !== before.result.total) this.#sayTotal();
    const last = view.assessment?.submissions.at(-1);
    const count = view.assessment?.submissions.length ?? 0;
    if (
      before?.submit.status === 'sending' &&
      last &&
      count > this.submissions &&
      view.phase === 'readonly'
    ) {
      this.submissions = count;
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
    if (this.#dialog) this.#dialog.onInput?.(target);
    else this.entry?.onInput(target);
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
    if (form === 'register') return void this.entry?.register();
    if (form === 'registration')
      return void this.#form.attempt(async () => this.entry?.registration?.submit());
    const dialog = this.#dialog;
    if (!dialog?.take || !button || button.value === 'cancel' || button.value === 'close') return;
    const fields = new FormData(target);
    void this.#form.attempt(async () => dialog.take?.(fields, button));
  }

  /** Does what a button asks for. Errors: of what has to be fetched or asked first. */
  async act(action: string, button: HTMLElement): Promise<void> {
    const part = /^(consent|registration)/.test(action) ? this.loadEntry() : this.loadActs();
    await (await part).act(action, button);
  }

  async show(dialog: OpenDialog): Promise<void> {
    const form = this.#form;
    this.#dialog = dialog;
    form.requestUpdate();
    await form.updateComplete;
    const element = form.renderRoot.querySelector('dialog');
    if (element && !element.open) element.showModal();
  }

  /** Closes the dialog; `only`: if that is the one that is open. */
  close(only = this.#dialog): void {
    if (only === this.#dialog) this.#form.renderRoot.querySelector('dialog')?.close();
  }

  /** Also by the Escape key, which sends no form. The event comes late: another dialog may be open by now. */
  onClose(element: HTMLDialogElement): void {
    if (element.open) return;
    this.#dialog = undefined;
    this.#form.requestUpdate();
  }
}
