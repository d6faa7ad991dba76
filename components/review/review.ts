import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import {
  createSetShelf,
  listAssessments,
  type ListFilter,
  type SetShelf,
} from '../../src/client/assessment-list.js';
import type { Client } from '../../src/client/client.types.js';
import { isAbort, toProblem } from '../../src/client/problem.js';
import { openReviewSession } from '../../src/client/review-session.js';
import type { ReviewSession } from '../../src/client/review.types.js';
import type { Problem } from '../../src/client/view.types.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import type { Evidence } from '../../src/domain/answer.schema.js';
import type { Assessment, AssessmentState } from '../../src/domain/assessment.schema.js';
import { mayUse } from '../../src/domain/permissions.js';
import type { Model } from '../../src/domain/text.schema.js';
import { ClientController } from '../base/client-controller.js';
import { controls } from '../base/controls.styles.js';
import { desk } from '../base/desk.styles.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { LanguageController } from '../base/language.js';
import { problemText } from '../base/problem-text.js';
import { tokens } from '../base/tokens.styles.js';
import { listedStates, listView } from './parts/list-view.js';
import { openView } from './parts/open-view.js';
import type { ReviewContext } from './review-context.js';
import { ReviewDialogs } from './review-dialogs.js';
import { HtsdReviewedEvent, HtsdReviewEvent } from './review.events.js';
import { look } from './review.styles.js';
import { reviewTexts } from './texts.js';

/** What is shown: the working list, one assessment, or why there is neither. */
export type ReviewPhase = 'loading' | 'list' | 'open' | 'forbidden' | 'offline' | 'error';

const states: ReadonlySet<AssessmentState> = new Set(listedStates);
/** What is drawn from, beside the attributes. */
const internals = ['phase', 'problem', 'items', 'next', 'busy', 'session', 'tried', 'done'];
/** Years offered, this one first. */
const years = 6;

/**
 * @summary The reviewer's desk: the list of submitted self-assessments, and one of them with both scores side by side.
 *
 * What he says of a criterion is stored as he goes; where he differs from the author he gives a reason. He returns it with
 * remarks, or verifies it. Nobody reviews his own.
 *
 * @slot heading - Replaces the heading of the list.
 * @event htsd-review - The reviewer is about to return or to verify; cancelable.
 * @event htsd-reviewed - It was returned or verified.
 * @event htsd-error - Something failed; the person already reads a sentence about it.
 * @csspart desk - The whole desk.
 * @csspart filters - State, model and year of the list.
 * @csspart list - The list.
 * @csspart row - One assessment of the list.
 * @csspart header - Name, year and state of the open assessment.
 * @csspart scores - Both results.
 * @csspart changes - What the author changed since it was returned.
 * @csspart section - A section of criteria.
 * @csspart criterion - One criterion.
 * @csspart actions - Save state, "Trả lại" and "Xác nhận".
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
 * @cssproperty [--htsd-warning=#7a4b00] - Warnings, and marks that differ.
 * @cssproperty [--htsd-warning-soft=#fdf5e4] - Ground of warnings.
 * @cssproperty [--htsd-focus=#0b57d0] - Focus ring.
 * @cssproperty [--htsd-radius=6px] - Corner radius.
 * @cssproperty [--htsd-font=inherit] - Font family.
 * @cssproperty [--htsd-font-size] - Font size; default the host's, at least 15 px.
 */
export class HtsdReview extends LitElement {
  static override styles = [tokens, controls, desk, look];

  static override properties = {
    model: {},
    cycle: {},
    state: {},
    assessment: {},
    theme: { reflect: true },
    ...Object.fromEntries(internals.map((name) => [name, { state: true }])),
  };

  /** Model that the list shows at first; default all. */
  model: Model | undefined;
  /** Year that the list shows at first; default all. */
  cycle: string | undefined;
  /** State that the list shows at first: `submitted`, `in-review`, `returned`, `verified`, or `all`. */
  state: AssessmentState | 'all' = 'submitted';
  /** Id of the assessment to open at once. */
  assessment: string | undefined;
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;

  /** @internal */ phase: ReviewPhase = 'loading';
  /** @internal */ problem: Problem | undefined;
  /** @internal */ items: readonly Assessment[] = [];
  /** @internal */ next: string | undefined;
  /** @internal */ busy = false;
  /** @internal */ session: ReviewSession | undefined;
  /** @internal The reviewer tried to end the review. */
  tried = false;
  /** @internal What was done last, in a sentence. */
  done: { key: string; name: string } | undefined;
  /** @internal */ readonly l = new LanguageController(this, ...reviewTexts);

  readonly #dialogs = new ReviewDialogs(this);
  #filter: ListFilter = {};
  #actor: Actor | undefined;
  #client: Client | undefined;
  #shelf: SetShelf | undefined;
  #loading = new AbortController();
  #focus: string | undefined;
  /** Reviews that were begun here: what was typed in them stays until they are ended. */
  readonly #sessions = new Map<string, ReviewSession>();
  readonly #finder = new ClientController(
    this,
    (client) => this.#use(client),
    (error) => this.#fail(error),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    for (const session of this.#sessions.values()) void session.flush().catch(() => undefined);
  }

  readonly #online = (): void => {
    if (this.phase === 'offline') void this.retry();
    // Also what was typed in one that is not on the screen.
    for (const session of this.#sessions.values()) void session.retry();
  };

  /** Starts anew after a failure. */
  async retry(): Promise<void> {
    this.phase = 'loading';
    await (this.#client ? this.#start() : this.#finder.find());
  }

  #use(client: Client): void {
    if (this.#client === client) return;
    for (const session of this.#sessions.values()) session.dispose();
    this.#sessions.clear();
    this.session = undefined;
    this.#client = client;
    this.#shelf = createSetShelf(client);
    void this.#start();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('model') || changed.has('cycle') || changed.has('state')) {
      const { model, cycle, state } = this;
      this.#filter = { model, cycle, state: state === 'all' ? undefined : state };
      if (this.hasUpdated && this.#client) void this.#list();
    }
    if (changed.has('assessment') && this.hasUpdated && this.assessment && this.#actor)
      void this.#open(this.assessment);
  }

  protected override updated(): void {
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = undefined;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  }

  async #start(): Promise<void> {
    await this.#attempt(async (client, signal) => {
      const { actor } = await client.session({ signal });
      if (signal.aborted) return;
      if (!actor || !mayUse(actor, 'assessment.review')) {
        this.phase = 'forbidden';
        return;
      }
      this.#actor = actor;
      if (this.assessment) await this.#show(this.assessment, client, signal);
      else await this.#fill(client, undefined, signal);
    });
  }

  /** Loads what is shown next; a later call ends an earlier one. */
  async #attempt(work: (client: Client, signal: AbortSignal) => Promise<void>): Promise<void> {
    const client = this.#client;
    if (!client) return;
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.busy = true;
    try {
      await work(client, signal);
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) this.#fail(error);
    } finally {
      if (!signal.aborted) this.busy = false;
    }
  }

  #fail(error: unknown): void {
    this.problem = toProblem(error);
    const { code } = this.problem;
    if (code === 'offline') this.phase = 'offline';
    else this.phase = code === 'forbidden' || code === 'unauthenticated' ? 'forbidden' : 'error';
    this.dispatchEvent(new HtsdErrorEvent(error));
  }

  #list(from?: string): Promise<void> {
    return this.#attempt((client, signal) => this.#fill(client, from, signal));
  }

  async #fill(client: Client, from: string | undefined, signal: AbortSignal): Promise<void> {
    const page = await listAssessments(client, this.#filter, states, from, signal);
    // Their classes are named by their sets.
    await Promise.all(page.items.map(({ criteria }) => this.#shelf!.get(criteria)));
    if (signal.aborted) return;
    this.items = from === undefined ? page.items : [...this.items, ...page.items];
    this.next = page.next;
    this.session = undefined;
    this.phase = 'list';
  }

  #open(id: string): Promise<void> {
    this.done = undefined;
    return this.#attempt((client, signal) => this.#show(id, client, signal));
  }

  async #show(id: string, client: Client, signal: AbortSignal): Promise<void> {
    const known = this.#sessions.get(id);
    const { items } = await client.query('assessment.get', { id }, { signal });
    const assessment = items[0]!;
    const set = await this.#shelf!.get(assessment.criteria);
    if (signal.aborted || !this.#actor) return;
    const session = known ?? openReviewSession(client, { assessment, set, actor: this.#actor });
    if (!known) {
      this.#sessions.set(id, session);
      session.subscribe(() => this.requestUpdate());
    }
    this.session = session;
    this.problem = undefined;
    this.tried = false;
    this.phase = 'open';
    this.#focus = '#opened';
  }

  readonly #back = (): void => {
    const id = this.session?.getState().assessment.id;
    void this.session?.flush().catch(() => undefined);
    this.#focus = id ? `[data-open="${CSS.escape(id)}"]` : '#title';
    void this.#list();
  };

  async #ask(kind: 'return' | 'verify'): Promise<void> {
    const { session } = this;
    if (!session) return;
    this.tried = true;
    const { faults, clashes } = session.getState();
    if (faults.size > 0 || clashes.size > 0) {
      this.#focus = faults.size > 0 ? '#trouble' : '.criterion [role=alert] button';
      this.requestUpdate();
      return;
    }
    await this.#dialogs.ask(kind);
  }

  readonly #preview = (evidence: Extract<Evidence, { kind: 'file' }>): void => {
    void this.#look(evidence);
  };

  async #look({ sha256, name }: Extract<Evidence, { kind: 'file' }>): Promise<void> {
    if (!this.#client) return;
    try {
      const { fetchFile } = await import('../../src/client/evidence.js');
      const blob = await fetchFile(this.#client, sha256);
      this.problem = undefined;
      await this.#dialogs.preview(name, blob);
    } catch (error) {
      this.problem = toProblem(error);
      this.#focus = '#problem';
      this.dispatchEvent(new HtsdErrorEvent(error));
    }
  }

  /** @internal */
  async end(outcome: 'return' | 'verify', run: () => Promise<boolean>): Promise<void> {
    const { session } = this;
    const { id, subjectName: name } = session!.getState().assessment;
    if (!this.dispatchEvent(new HtsdReviewEvent(id, outcome))) return;
    if (!(await run())) {
      this.#focus = '#trouble';
      this.requestUpdate();
      return;
    }
    this.#sessions.delete(id);
    session?.dispose();
    this.done = { key: outcome === 'return' ? 'review.done.returned' : 'review.done.verified', name };
    this.dispatchEvent(new HtsdReviewedEvent(id, outcome));
    this.#focus = '#done';
    await this.#list();
  }

  #context(): ReviewContext | undefined {
    const { session, l, tried } = this;
    if (!session) return undefined;
    const view = session.getState();
    const open = view.may === 'yes' && view.assessment.state === 'in-review';
    const go = (criterion: string): void => {
      this.#focus = `#c-${CSS.escape(criterion)}`;
      this.requestUpdate();
    };
    return { view, session, l, open, tried, preview: this.#preview, go };
  }

  override render(): TemplateResult {
    const { phase, l } = this;
    const context = this.#context();
    return html`<div class="htsd" part="desk" lang=${l.lang} aria-busy=${this.busy ? 'true' : 'false'}>
      ${
        phase === 'open'
          ? html`<p class="back">
              <button type="button" class="quiet" @click=${this.#back}>‹ ${l.t('review.back')}</button>
            </p>`
          : html`<slot name="heading"><h2 id="title" tabindex="-1">${l.t('review.title')}</h2></slot>`
      }
      ${this.#body(context)}
      <dialog aria-labelledby="dialog-title" @submit=${this.#dialogs.submit} @close=${this.#dialogs.close}>
        ${this.#dialogs.view(context)}
      </dialog>
    </div>`;
  }

  #body(context: ReviewContext | undefined): TemplateResult {
    const { phase, l, problem } = this;
    if (phase === 'loading') return html`<p class="hint" role="status">${l.t('review.loading')}</p>`;
    if (phase === 'open' && context)
      return html`${
        problem
          ? html`<p class="notice bad" role="alert" id="problem" tabindex="-1">${problemText(problem, l)}</p>`
          : nothing
      }${openView(context, (kind) => void this.#ask(kind))}`;
    if (phase === 'list') return html`${this.#doneView()}${this.#listView()}`;
    const state = phase === 'open' ? 'error' : phase;
    return html`<div class="notice ${state === 'error' ? 'bad' : 'warn'}" role="alert">
      <h3>${l.t(`review.${state}`)}</h3>
      <p>
        ${state === 'error' ? (problem ? problemText(problem, l) : nothing) : l.t(`review.${state}.hint`)}
      </p>
      ${
        state === 'forbidden'
          ? nothing
          : html`<p class="actions">
              <button type="button" @click=${() => void this.retry()}>${l.t('review.retry')}</button>
            </p>`
      }
    </div>`;
  }

  #doneView(): TemplateResult | typeof nothing {
    const { done, l } = this;
    return done
      ? html`<p class="notice good" role="status" id="done" tabindex="-1">
          ${l.t(done.key, { name: done.name })}
        </p>`
      : nothing;
  }

  #listView(): TemplateResult {
    const { items, next, busy, l } = this;
    const now = this.#client?.now().getFullYear() ?? 0;
    const cycles = Array.from({ length: years }, (_unused, index) => String(now - index));
    return listView({
      filter: this.#filter,
      cycles,
      items,
      more: next !== undefined,
      busy,
      l,
      setOf: ({ criteria }) => this.#shelf?.has(criteria),
      choose: (filter) => {
        this.#filter = filter;
        this.done = undefined;
        void this.#list();
      },
      show: (id) => void this.#open(id),
      next: () => void this.#list(next),
    });
  }
}
