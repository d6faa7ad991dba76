import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import { isCycle } from '../../src/client/cycles.js';
import { offeredCycles } from '../../src/client/offered-cycles.js';
import { isAbort, toProblem } from '../../src/client/problem.js';
import type { RowState } from '../../src/domain/area/area-query.schema.js';
import type { Problem } from '../../src/client/view.types.js';
import type { Model } from '../../src/domain/text.schema.js';
import { ClientController } from '../base/client-controller.js';
import { controls } from '../base/controls.styles.js';
import { desk } from '../base/desk.styles.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { FocusNext } from '../base/focus-next.js';
import { LanguageController } from '../base/language.js';
import { problemText } from '../base/problem-text.js';
import { tokens } from '../base/tokens.styles.js';
import { barView, filtersView, noticeView, pagerView, type ListActs } from './parts/list/list-view.js';
import { rowWindowStyles } from '../base/row-window.styles.js';
import { windowStyles } from './parts/list/window.styles.js';
import { RegisterDesk, type Ties } from './register-desk.js';
import { HtsdOpenAssessmentEvent } from './register.events.js';
import { look } from './register.styles.js';
import { registerTexts } from './texts.js';

/** What is shown: the list, or why there is none. */
export type RegisterPhase = 'loading' | 'list' | 'forbidden' | 'offline' | 'error';

/** What is drawn from, beside the attributes. */
const internals = ['phase', 'problem', 'desk'];

/**
 * @summary The register of a place: families, clans, communities, units and citizens of a year, with acts on many of them,
 * import and export.
 *
 * The list is searched and sorted without asking anybody once it is here. Acts on many subjects wait ten seconds, in which
 * they can be undone, and are kept on the device until they are sent.
 *
 * @slot heading - Replaces the heading.
 * @event htsd-open-assessment - The person opens an assessment; cancelable.
 * @event htsd-error - Something failed; the person already reads a sentence about it.
 * @csspart register - The whole register.
 * @csspart filters - Words, year, model and state.
 * @csspart selection - What is picked, and what can be done with it.
 * @csspart acts - Acts that wait, are sent or are done.
 * @csspart list - The list.
 * @csspart dialog - Details of a subject, acts, the import.
 * @cssproperty [--htsd-accent=#0a6650] - Accent of buttons and links.
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
 */
export class HtsdRegister extends LitElement {
  static override styles = [tokens, controls, desk, rowWindowStyles, windowStyles, look];

  static override properties = {
    cycle: {},
    model: {},
    state: {},
    place: {},
    assessmentHref: { attribute: 'assessment-href' },
    theme: { reflect: true },
    ...Object.fromEntries(internals.map((name) => [name, { state: true }])),
  };

  /** Year that is shown at first; default the one that is being assessed. */
  cycle: string | undefined;
  /** Model that is shown at first; default all. */
  model: Model | undefined;
  /** State that is shown at first, e.g. `submitted`; default all. */
  state: RowState | undefined;
  /** Code of the place that is shown, with all in it; default everything that the person may see. */
  place: string | undefined;
  /** Address of the page that opens an assessment; `{id}` in it stands for the assessment's id. */
  assessmentHref: string | undefined;
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;

  /** @internal */ phase: RegisterPhase = 'loading';
  /** @internal */ problem: Problem | undefined;
  /** @internal */ desk: RegisterDesk | undefined;
  /** @internal */ readonly l = new LanguageController(this, ...registerTexts);

  readonly #focus = new FocusNext(this);
  #client: Client | undefined;
  #loading = new AbortController();
  readonly #finder = new ClientController(
    this,
    (client) => this.#use(client),
    (error) => this.#fail(error),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
    if (this.#client && !this.desk) void this.retry();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    this.#loading.abort();
    this.desk?.dispose();
    this.desk = undefined;
  }

  readonly #online = (): void => {
    if (this.phase === 'offline') void this.retry();
    else this.desk?.online();
  };

  /** Starts anew after a failure. */
  async retry(): Promise<void> {
    this.phase = 'loading';
    await (this.#client ? this.#start() : this.#finder.find());
  }

  #use(client: Client): void {
    if (this.#client === client && this.desk) return;
    this.#client = client;
    void this.#start();
  }

  async #start(): Promise<void> {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.desk?.dispose();
    this.desk = undefined;
    const client = this.#client!;
    try {
      const { l, model, state, place } = this;
      const cycle = isCycle(this.cycle) ? this.cycle : undefined;
      const filter = { cycle, text: '', model, state, sort: 'name' as const, descending: false };
      const open = await RegisterDesk.open(client, { l, filter, place, signal, ties: this.#ties() });
      if (signal.aborted) return open?.dispose();
      this.desk = open;
      this.phase = open ? 'list' : 'forbidden';
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) this.#fail(error);
    }
  }

  /** What the desk may ask of the element. */
  #ties(): Ties {
    return {
      changed: () => this.requestUpdate(),
      focus: (target) => this.#focus.to(target),
      report: (error) => void this.dispatchEvent(new HtsdErrorEvent(error)),
      hrefOf: (assessment) => this.#hrefOf(assessment),
      opens: (assessment, subject, cycle) =>
        this.dispatchEvent(new HtsdOpenAssessmentEvent(assessment, subject, cycle)),
      root: this.renderRoot as ShadowRoot,
    };
  }

  /** An address of a page only: an editor may let everybody set attributes. */
  #hrefOf(assessment: string): string | undefined {
    const { assessmentHref } = this;
    if (!assessmentHref?.trim()) return undefined;
    const address = assessmentHref.replaceAll('{id}', encodeURIComponent(assessment));
    if (!URL.canParse(address, document.baseURI)) return undefined;
    const url = new URL(address, document.baseURI);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  }

  #fail(error: unknown): void {
    this.problem = toProblem(error);
    const { code } = this.problem;
    if (code === 'offline') this.phase = 'offline';
    else this.phase = code === 'forbidden' || code === 'unauthenticated' ? 'forbidden' : 'error';
    this.dispatchEvent(new HtsdErrorEvent(error));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { desk } = this;
    if (!desk || !this.hasUpdated) return;
    if (changed.has('place')) desk.goTo(this.place);
    if (changed.has('cycle') && isCycle(this.cycle)) desk.choose({ cycle: this.cycle });
    if (changed.has('model')) desk.choose({ model: this.model });
    if (changed.has('state')) desk.choose({ state: this.state });
  }

  protected override updated(): void {
    this.desk?.drawn(this.renderRoot.querySelector<HTMLElement>('#list'));
  }

  override render(): TemplateResult {
    const { l, desk } = this;
    return html`<div
      class="htsd"
      part="register"
      lang=${l.lang}
      aria-busy=${desk?.list.getState().busy ? 'true' : 'false'}
    >
      <slot name="heading"><h2 id="title" tabindex="-1">${l.t('register.heading')}</h2></slot>
      ${desk && this.phase === 'list' ? this.#listView(desk) : this.#stateView()}
      <dialog part="dialog" aria-labelledby="dialog-title" @close=${() => desk?.closed()}>
        ${desk?.dialogView() ?? nothing}
      </dialog>
    </div>`;
  }

  #stateView(): TemplateResult {
    const { phase, problem, l } = this;
    if (phase === 'loading' || phase === 'list')
      return html`<p class="hint" role="status">${l.t('register.loading')}</p>`;
    const why = phase === 'error' ? problem && problemText(problem, l) : l.t(`register.${phase}.hint`);
    return html`<div class="notice ${phase === 'error' ? 'bad' : 'warn'}" role="alert">
      <h3>${l.t(`register.${phase}`)}</h3>
      <p>${why}</p>
      ${
        phase === 'forbidden'
          ? nothing
          : html`<p class="actions">
              <button type="button" @click=${() => void this.retry()}>${l.t('register.retry')}</button>
            </p>`
      }
    </div>`;
  }

  #listView(desk: RegisterDesk): TemplateResult {
    const { l } = this;
    const view = desk.list.getState();
    const acts: ListActs = {
      choose: (change) => desk.choose(change),
      open: (what) => void desk.open(what),
      retry: () => desk.list.refresh(),
      exporting: desk.exporting,
      cycles: offeredCycles(desk.session.client.now(), view.filter.cycle),
      picker: desk.placeView(),
    };
    return html`${desk.actsView()} ${filtersView(desk, view, acts)}
      ${desk.trouble ? html`<p class="notice bad" role="alert" id="trouble" tabindex="-1">${desk.trouble.code === 'offline' ? l.t('error.offline.part') : problemText(desk.trouble, l)}</p>` : nothing}
      ${desk.said ? html`<p class="notice good" role="status" id="said" tabindex="-1">${desk.said}</p>` : nothing}
      ${barView(desk, view, acts)} ${noticeView(desk, view, acts)}
      <p class="visually-hidden" id="keys">${l.t('register.keys')}</p>
      <div id="list" part="list" ?hidden=${view.rows.length === 0}></div>
      ${pagerView(desk, view)}`;
  }
}
