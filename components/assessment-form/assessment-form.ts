import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Client } from '../../src/client/client.types.js';
import { toProblem } from '../../src/client/problem.js';
import type { AssessmentSession, AssessmentView, Problem } from '../../src/client/view.types.js';
import type { Criterion, Section } from '../../src/domain/criteria-set.schema.js';
import type { Model } from '../../src/domain/text.schema.js';
import { ClientController } from '../base/client-controller.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { LanguageController } from '../base/language.js';
import { controls } from '../base/controls.styles.js';
import { tokens } from '../base/tokens.styles.js';
import { whenIdle } from '../base/when-idle.js';
import { frame } from './assessment-form.styles.js';
import { eventTypes, FormActions, pause } from './form-actions.js';
import type { LateActions } from './late-actions.js';
import type { FormContext } from './form-context.js';
import {
  bringDrawn,
  criterionView,
  drawable,
  looks,
  provenanceView,
  saveLine,
  sentences,
  summaryView,
} from './parts/drawn-here.js';
import { errorView, loadingView } from './parts/status-view.js';
import { stateTexts } from './texts.js';
import { openAssessment } from '../../src/client/assessment-session.js';

type Acts = typeof import('./parts/acts.js');
/** What is drawn from, beside the attributes. */
const internals = [
  'view',
  'failed',
  'drawn',
  'tried',
  'summaryOpen',
  'missingOpen',
  'unfolded',
  'touched',
  'more',
  'trouble',
];
const nothingTouched: ReadonlySet<string> = new Set();
/** Criteria drawn at first, a screenful; the rest when the page is idle, so that the first answer does not wait for it. */
const firstCriteria = 5;

/**
 * @summary The yearly self-assessment of a unit, family, clan, community or citizen: register, answer, submit, print.
 *
 * Takes the host's font and size. Keeps every keystroke on the device; works offline.
 *
 * @attr {string} place-code - Code of the place that `place` prefills, e.g. `07210`: registered with it, as long as the name is not changed.
 * @attr {string} controller - Who decides on the personal data, named where consent is asked for; default the organisation above.
 * @attr {string} controller-contact - How to reach the controller: address, telephone, mail.
 * @attr {number} retention - Full years for which the data are kept after submitting, 1 to 100.
 * @slot heading - Replaces the heading; the default names model and year.
 * @event htsd-register - The person is about to register; cancelable.
 * @event htsd-answer - The person changed an answer; `criterion` names it.
 * @event htsd-submit - The person confirmed submitting; cancelable.
 * @event htsd-submitted - The submission was taken in; `submission.receipt` is the number to quote, empty while it waits on this device.
 * @event htsd-withdraw - The person is about to take the submission back; cancelable.
 * @event htsd-error - Something failed; the person already reads a sentence about it.
 * @csspart form - The whole form.
 * @csspart header - Heading and save state.
 * @csspart summary - The running result.
 * @csspart section - A section of criteria.
 * @csspart criterion - One criterion.
 * @csspart actions - The row of buttons at the end.
 * @csspart register - The register step.
 * @csspart receipt - What stands above a submitted assessment.
 * @csspart returned - The reviewer's reason for returning it.
 * @csspart conflicts - Criteria that were changed in two places.
 * @cssproperty [--htsd-accent=#0a6650] - Accent of buttons, links, progress.
 * @cssproperty [--htsd-accent-ink=#ffffff] - Ink on the accent.
 * @cssproperty [--htsd-accent-soft=#e6f2ee] - Soft ground of the accent.
 * @cssproperty [--htsd-ink=#17231f] - Text.
 * @cssproperty [--htsd-ink-muted=#52615b] - Quiet text.
 * @cssproperty [--htsd-line=#d3dcd8] - Thin lines.
 * @cssproperty [--htsd-line-strong=#7d8c86] - Borders of controls.
 * @cssproperty [--htsd-surface=#ffffff] - Ground of controls.
 * @cssproperty [--htsd-surface-soft=#f4f7f6] - Ground of groups.
 * @cssproperty [--htsd-danger=#a8261c] - Errors.
 * @cssproperty [--htsd-danger-soft=#fdf0ee] - Ground of errors.
 * @cssproperty [--htsd-warning=#7a4b00] - Warnings.
 * @cssproperty [--htsd-warning-soft=#fdf5e4] - Ground of warnings.
 * @cssproperty [--htsd-focus=#0b57d0] - Focus ring.
 * @cssproperty [--htsd-radius=6px] - Corner radius.
 * @cssproperty [--htsd-font=inherit] - Font family.
 * @cssproperty [--htsd-font-size] - Font size; default the host's, at least 15 px.
 * @cssproperty [--htsd-sticky-top=0px] - Height of the host's own fixed header.
 */
export class HtsdAssessmentForm extends LitElement {
  static override styles = [tokens, controls, frame, looks];

  static override properties = {
    model: {},
    subject: {},
    cycle: {},
    criteria: {},
    subjectName: { attribute: 'subject-name' },
    place: {},
    parentOrganisation: { attribute: 'parent-organisation' },
    headName: { attribute: 'head-name' },
    headPosition: { attribute: 'head-position' },
    theme: { reflect: true },
    ...Object.fromEntries(internals.map((name) => [name, { state: true }])),
  };

  /** Which of the five models is assessed. */
  model: Model = 'unit';
  /** Id of the subject, where the host knows it; else the person's own one. */
  subject: string | undefined;
  /** Year assessed; default this year, until the end of March the one before. */
  cycle: string | undefined;
  /** Id of a criteria set to preselect when registering. */
  criteria: string | undefined;
  /** Name of the unit, prefilled in the register step from what the host knows. */
  subjectName = '';
  /** Place of the unit, prefilled. */
  place = '';
  /** Organisation above the unit, prefilled. */
  parentOrganisation = '';
  /** Name of the head of the unit, prefilled. */
  headName = '';
  /** Position of the head, prefilled. */
  headPosition = '';
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;

  /** @internal */ view: AssessmentView | undefined;
  /** @internal */ failed = false;
  /** @internal */ tried = false;
  /** @internal */ summaryOpen = false;
  /** @internal */ missingOpen = false;
  /** @internal */ unfolded: ReadonlySet<string> = nothingTouched;
  /** @internal */ touched: ReadonlySet<string> = nothingTouched;
  /** @internal */ more: Acts | undefined;
  /** @internal An act that failed outside the session: a file that cannot be read, a part that cannot be fetched. */
  trouble: Problem | undefined;
  /** @internal */ late: LateActions | undefined;
  /** @internal */ session: AssessmentSession | undefined;
  /** @internal */ readonly l = new LanguageController(this, stateTexts, ...sentences);
  /** @internal */ readonly actions = new FormActions(this);

  /** @internal Criteria drawn so far, in printed order. */
  drawn = firstCriteria;
  /** The moment in which the others are drawn. */
  #drawing: Promise<void> | undefined;
  /** @internal */ client: Client | undefined;
  #unsubscribe: (() => void) | undefined;
  readonly #finder = new ClientController(
    this,
    (client) => this.#open(client),
    (error) => this.#fail(error),
  );

  /** One listener per kind of event for everything inside. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    for (const type of eventTypes) root.addEventListener(type, this.actions);
    return root;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.client) this.#open(this.client);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#close();
  }

  /** Starts anew after a failure. */
  async retry(): Promise<void> {
    this.failed = false;
    this.wantMore();
    bringDrawn(this);
    await (this.session ? this.session.retry() : this.#finder.find());
  }

  /** @internal Everything that is not on the way to the first keystroke. */
  async loadMore(): Promise<LateActions> {
    const { LateActions: Late } = await import('./parts/more.js');
    return (this.late ??= new Late(this));
  }

  /** @internal Same, where nobody asked for it yet: what fails now is fetched again when it is asked for. */
  wantMore(): void {
    if (this.late) this.late.want();
    else void this.attempt(() => this.loadMore(), this.view?.phase !== 'editing' || !!this.trouble);
  }

  /** @internal */
  doLate(action: string, button: HTMLElement): Promise<void> {
    return this.attempt(async () => (await this.loadMore()).act(action, button));
  }

  /** @internal Does what may fail outside the session, and says so to the person, unless he asked for nothing. */
  async attempt(work: () => Promise<unknown>, asked = true): Promise<void> {
    try {
      if (asked) this.trouble = undefined;
      await work();
    } catch (error) {
      this.dispatchEvent(new HtsdErrorEvent(error));
      if (asked) this.trouble = toProblem(error);
    }
  }

  #open(client: Client): void {
    this.#close();
    this.client = client;
    this.drawn = firstCriteria;
    const { model, subject, cycle, criteria } = this;
    const session = openAssessment(client, { model, subject, cycle, criteria });
    this.session = session;
    this.#unsubscribe = session.subscribe(() => this.#take(session.getState()));
    this.#take(session.getState());
  }

  #close(): void {
    this.#unsubscribe?.();
    this.session?.dispose();
    this.session = undefined;
    this.#unsubscribe = undefined;
  }

  #take(view: AssessmentView): void {
    const before = this.view;
    this.view = view;
    this.failed = false;
    const { phase } = view;
    if (phase !== 'loading' && phase !== 'editing') this.wantMore();
    bringDrawn(this);
    this.actions.onView(view);
    this.late?.onView(view, before);
  }

  #fail(error: unknown): void {
    this.failed = true;
    this.dispatchEvent(new HtsdErrorEvent(error));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A host that changes what the form is about gets another assessment.
    const about = (['model', 'subject', 'cycle', 'criteria'] as const).some(
      (name) => changed.has(name) && this.hasUpdated,
    );
    if (about && this.client) this.#open(this.client);
  }

  protected override updated(): void {
    this.actions.afterUpdate();
    const { phase, result } = this.view ?? {};
    const shown = phase === 'editing' || phase === 'readonly';
    if (shown && result && this.drawn < Infinity) this.#drawing ??= this.#drawRest();
  }

  async #drawRest(): Promise<void> {
    await new Promise<void>((idle) => whenIdle(idle));
    // Not in the middle of a word.
    while (this.actions.typing()) await new Promise((later) => setTimeout(later, pause));
    this.#drawing = undefined;
    this.drawn = Infinity;
    this.actions.warm();
  }

  /** Also waits for criteria that are still to be drawn. */
  protected override async getUpdateComplete(): Promise<boolean> {
    let whole = await super.getUpdateComplete();
    while (this.#drawing) {
      await this.#drawing;
      whole = await super.getUpdateComplete();
    }
    return whole;
  }

  #context(): FormContext | undefined {
    const { view, session, client, l, unfolded, touched, tried, more } = this;
    if (!view || !session) return undefined;
    const locked = view.phase !== 'editing' || view.role === 'follower';
    return { view, session, client, l, unfolded, touched, tried, more, locked };
  }

  override render(): TemplateResult {
    const context = this.#context();
    const phase = this.failed ? 'error' : (context?.view.phase ?? 'loading');
    return html`<div
      class="htsd"
      part="form"
      lang=${this.l.lang}
      aria-busy=${phase === 'loading' ? 'true' : 'false'}
    >
      ${this.#body(phase, context)}
      <p class="visually-hidden" role="status" id="say"></p>
      <dialog aria-labelledby="dialog-title" @close=${this.actions.onClose}>
        ${(context && this.late?.dialog(context)) ?? nothing}
      </dialog>
    </div>`;
  }

  #body(phase: string, context: FormContext | undefined): TemplateResult | typeof nothing {
    const set = context?.view.set;
    const result = context?.view.result;
    const { l, late, tried } = this;
    if (phase === 'loading') return loadingView(l, this.trouble);
    if (phase === 'error') return errorView(l, late?.step(phase, context));
    if ((phase !== 'editing' && phase !== 'readonly') || !context || !set || !result || !drawable()) {
      return late?.step(phase, context) ?? loadingView(l, this.trouble);
    }
    const { view } = context;
    const year = view.assessment?.cycle ?? view.cycle;
    let left = this.drawn;
    const incomplete = tried && phase === 'editing' && (result.open.length > 0 || result.evidence.length > 0);
    return html`<div class="top" part="header">
        <slot name="heading"><h2>${l.t(`form.title.${set.model}`, { year })}</h2></slot>
        <p class="who">${view.subject?.name ?? view.assessment?.subjectName}</p>
        <p class="hint">${l.text(set.title)}</p>
        ${saveLine(context)}
      </div>
      ${provenanceView(context)}
      ${late?.above(context, this.trouble, incomplete) ?? (this.trouble ? errorView(l) : nothing)}
      <div class="layout${left < Infinity ? '' : ' whole'}">
        ${summaryView(context, this.summaryOpen, this.missingOpen)}
        <div class="sections-body">
          ${set.sections.map((section, index) => {
            const criteria = section.criteria.slice(0, Math.max(left, 0));
            left -= section.criteria.length;
            return guard([criteria.length, ...this.#seen(section, index, context)], () =>
              this.#section(section, criteria, context),
            );
          })}
          ${this.actions.bar(context)}
        </div>
      </div>`;
  }

  /** Everything that a section shows is made of: its result is another one as soon as an answer in it is. */
  #seen(section: Section, index: number, context: FormContext): unknown[] {
    const { view, locked, tried, unfolded, more, l } = context;
    const open = section.criteria.flatMap(({ id }) => (unfolded.has(id) ? id : [])).join();
    return [
      section,
      view.result?.sections[index],
      locked,
      tried,
      open,
      open && more,
      open && view.uploads,
      this.actions.touchesOf(section.id),
      l.stamp,
    ];
  }

  #section(section: Section, criteria: readonly Criterion[], context: FormContext): TemplateResult {
    const { l, view } = context;
    return html`<section class="section" part="section" id="s-${section.id}" tabindex="-1">
      <h3>${section.number ? `${section.number}. ` : ''}${l.text(section.title)}</h3>
      ${criteria.map((criterion) => {
        const result = view.result?.criteria[criterion.id];
        return !result || result.status === 'excluded' ? nothing : criterionView(criterion, result, context);
      })}
    </section>`;
  }
}
