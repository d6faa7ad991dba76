import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ListFilter } from '../../src/client/assessment-list.js';
import type { Client } from '../../src/client/client.types.js';
import { yearInVietnam } from '../../src/client/offered-cycles.js';
import { isAbort, toProblem } from '../../src/client/problem.js';
import type { ReviewSession } from '../../src/client/review.types.js';
import { isOpen } from '../../src/client/review-view.js';
import type { Problem } from '../../src/client/view.types.js';
import type { Evidence } from '../../src/domain/answer.schema.js';
import type { AssessmentState } from '../../src/domain/assessment.schema.js';
import type { Model } from '../../src/domain/text.schema.js';
import { ClientController } from '../base/client-controller.js';
import { controls } from '../base/controls.styles.js';
import { desk } from '../base/desk.styles.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { firstAdded, FocusNext } from '../base/focus-next.js';
import { LanguageController } from '../base/language.js';
import { unreadText } from '../base/problem-words.js';
import { tokens } from '../base/tokens.styles.js';
import { Gradually } from './gradually.js';
import { doneView, listView } from './parts/list-view.js';
import { openView } from './parts/open-view.js';
import { stateView } from './parts/state-view.js';
import { placeIn } from './place-in.js';
import type { ReviewContext } from './review-context.js';
import { ReviewDesk } from './review-desk.js';
import { bytesOf, ReviewDialogs } from './review-dialogs.js';
import { HtsdReviewedEvent, HtsdReviewEvent } from './review.events.js';
import { look } from './review.styles.js';
import { reviewTexts } from './texts.js';

/** What is shown: the working list, one assessment, or why there is neither. */
export type ReviewPhase = 'loading' | 'list' | 'open' | 'forbidden' | 'offline' | 'error';

/** What is drawn from, beside the attributes. */
const internals = ['phase', 'problem', 'busy', 'desk', 'tried', 'done'];

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
 * @csspart unfinished - Reviews that were left in the middle on this device.
 * @csspart list - The list.
 * @csspart row - One assessment of the list.
 * @csspart header - Name, year and state of the open assessment.
 * @csspart scores - Both results.
 * @csspart claimed - That the result noted when it was submitted is another one.
 * @csspart unsent - What was typed and cannot be sent any more.
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
  /** @internal */ busy = false;
  /** @internal */ desk: ReviewDesk | undefined;
  /** @internal The reviewer tried to end the review. */
  tried = false;
  /** @internal What was done last, in a sentence. */
  done: { key: string; name: string } | undefined;
  /** @internal */ readonly l = new LanguageController(this, ...reviewTexts);

  readonly #dialogs = new ReviewDialogs(this);
  readonly #focus = new FocusNext(this);
  readonly #gradually = new Gradually(this);
  #filter: ListFilter = {};
  #client: Client | undefined;
  #loading = new AbortController();
  #resumed = false;
  /** What the list was last asked for: all of it, or what follows on this. */
  #from: string | undefined;
  readonly #finder = new ClientController(
    this,
    (client) => this.#use(client),
    (error) => this.#fail(error),
  );

  /** @internal */
  get session(): ReviewSession | undefined {
    return this.desk?.session;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    this.desk?.rescue();
  }

  readonly #online = (): void => {
    if (this.phase === 'offline') void this.retry();
    else if (this.phase === 'list' && this.desk?.keptAt !== undefined) void this.#list();
    else if (this.phase === 'list' && this.problem) void this.#list(this.#from);
    this.desk?.retry();
  };

  /** Starts anew after a failure. */
  async retry(): Promise<void> {
    this.phase = 'loading';
    await (this.#client ? this.#start() : this.#finder.find());
  }

  #use(client: Client): void {
    if (this.#client === client) return;
    this.desk?.dispose();
    this.desk = undefined;
    this.#client = client;
    void this.#start();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('model') || changed.has('cycle') || changed.has('state')) {
      const { model, cycle, state } = this;
      this.#filter = { model, cycle, state: state === 'all' ? undefined : state };
      if (this.hasUpdated && this.desk) void this.#list();
    }
    if (changed.has('assessment') && this.hasUpdated && this.assessment && this.desk)
      void this.#open(this.assessment);
  }

  protected override updated(): void {
    if (this.phase === 'open') this.#gradually.shown();
  }

  /** Also waits for criteria that are still to be drawn. */
  protected override getUpdateComplete(): Promise<boolean> {
    return this.#gradually.whole(() => super.getUpdateComplete());
  }

  async #start(): Promise<void> {
    const client = this.#client;
    await this.#attempt(async (signal) => {
      const desk = this.desk ?? (await ReviewDesk.open(client!, () => this.requestUpdate(), signal));
      if (signal.aborted || client !== this.#client) {
        if (desk !== this.desk) desk?.dispose();
        return;
      }
      this.desk = desk;
      if (!desk) this.phase = 'forbidden';
      else if (this.assessment) await this.#show(this.assessment, signal);
      else await this.#fill(undefined, signal);
    });
  }

  /**
   * Loads what is shown next; a later call ends an earlier one. `stay`: where it fails, what he looks at remains, put right by this, and
   * the sentence beside it.
   */
  async #attempt(work: (signal: AbortSignal) => Promise<void>, stay?: () => void): Promise<void> {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    this.busy = true;
    this.problem = undefined;
    try {
      await work(signal);
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) this.#fail(error, stay);
    } finally {
      if (!signal.aborted) this.busy = false;
    }
  }

  #fail(error: unknown, stay?: () => void): void {
    this.problem = toProblem(error);
    const { code } = this.problem;
    if (code === 'forbidden' || code === 'unauthenticated') this.phase = 'forbidden';
    else if (stay) stay();
    else this.phase = code === 'offline' ? 'offline' : 'error';
    this.dispatchEvent(new HtsdErrorEvent(error));
  }

  #list(from?: string): Promise<void> {
    this.#from = from;
    return this.#attempt(
      (signal) => this.#fill(from, signal),
      () => {
        if (from === undefined) this.desk?.clear();
        this.phase = 'list';
      },
    );
  }

  async #fill(from: string | undefined, signal: AbortSignal): Promise<void> {
    await this.desk?.fill(this.#filter, from, signal);
    if (!signal.aborted) this.phase = 'list';
  }

  #more(): void {
    const { items, next } = this.desk!;
    void this.#list(next);
    this.#focus.to(firstAdded(this, '[data-open]', items.length));
  }

  #open(id: string): Promise<void> {
    this.done = undefined;
    return this.#attempt(
      (signal) => this.#show(id, signal),
      () => this.#focus.to('#problem'),
    );
  }

  async #show(id: string, signal: AbortSignal): Promise<void> {
    await this.desk?.show(id, signal);
    if (signal.aborted) return;
    const { place } = this.session?.getState() ?? {};
    this.problem = undefined;
    this.tried = false;
    this.phase = 'open';
    this.#gradually.restart();
    this.#resumed = place !== undefined;
    this.#focus.to(place ? () => placeIn(this.renderRoot, place) : '#opened');
  }

  readonly #back = (): void => {
    const id = CSS.escape(this.session?.getState().assessment.id ?? '');
    // The way back is never barred. What fails stands in the review itself and, with its words, in the list of the unfinished.
    void this.session?.flush().catch(() => undefined);
    const places = [`[data-open="${id}"]`, `[data-left="${id}"]`, '#title'];
    this.#focus.to(() => places.map((one) => this.renderRoot.querySelector<HTMLElement>(one)).find(Boolean));
    void this.#list();
  };

  async #ask(kind: 'return' | 'verify'): Promise<void> {
    const { session } = this;
    if (!session) return;
    this.tried = true;
    const { faults, clashes } = session.getState();
    if (faults.size > 0) this.#focus.to('#trouble');
    else if (clashes.size > 0) this.#focus.to('.criterion [role=alert] button');
    else await this.#dialogs.ask(kind);
  }

  readonly #preview = (evidence: Extract<Evidence, { kind: 'file' }>): void => {
    void this.#look(evidence);
  };

  readonly #openFile = ({ sha256 }: { sha256: string }): Promise<Blob> => bytesOf(this.desk!.client, sha256);

  async #look(evidence: Extract<Evidence, { kind: 'file' }>): Promise<void> {
    this.problem = undefined;
    try {
      await this.#dialogs.preview(this.desk!.client, evidence);
    } catch (error) {
      this.problem = toProblem(error);
      this.#focus.to('#problem');
      this.dispatchEvent(new HtsdErrorEvent(error));
    }
  }

  /** @internal */
  async end(outcome: 'return' | 'verify', run: () => Promise<boolean>): Promise<void> {
    const { id, subjectName: name } = this.session!.getState().assessment;
    if (!this.dispatchEvent(new HtsdReviewEvent(id, outcome))) return;
    if (!(await run())) return this.#focus.to('#trouble');
    this.desk?.end(id);
    this.done = { key: outcome === 'return' ? 'review.done.returned' : 'review.done.verified', name };
    this.dispatchEvent(new HtsdReviewedEvent(id, outcome));
    this.#focus.to('#done');
    await this.#list();
  }

  readonly #go = (criterion: string): void => this.#focus.to(`#c-${CSS.escape(criterion)}`);

  #context(): ReviewContext | undefined {
    const { session, l, tried } = this;
    if (!session) return undefined;
    const view = session.getState();
    const { thumbnails } = this.#dialogs;
    const acts = { preview: this.#preview, openFile: this.#openFile, go: this.#go };
    return { view, session, l, tried, open: isOpen(view), resumed: this.#resumed, thumbnails, ...acts };
  }

  readonly #typed = (): void => this.#gradually.typed();

  /** Where he goes on after a reload. */
  readonly #entered = ({ target }: FocusEvent): void => {
    const element = target as HTMLElement;
    const criterion = element.closest('.criterion')?.id.slice(2);
    const { m: field } = element.dataset;
    if (criterion && field) this.session?.setPlace({ criterion, field });
  };

  override render(): TemplateResult {
    const { phase, l } = this;
    const context = this.#context();
    return html`<div
      class="htsd"
      part="desk"
      lang=${l.lang}
      aria-busy=${this.busy ? 'true' : 'false'}
      @input=${this.#typed}
      @focusin=${this.#entered}
    >
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
    if (phase === 'open' && context)
      return html`${
        problem
          ? html`<p class="notice bad" role="alert" id="problem" tabindex="-1">${unreadText(problem, l)}</p>`
          : nothing
      }${openView(context, this.#gradually.drawn, (kind) => void this.#ask(kind))}`;
    if (phase === 'list') return html`${doneView(this.done, l)}${this.#listView()}`;
    return stateView(phase === 'open' ? 'error' : phase, problem, l, () => void this.retry());
  }

  #listView(): TemplateResult {
    const { desk, busy, l } = this;
    if (!desk) return html``;
    const { items, next, keptAt, unfinished, setOf } = desk;
    return listView({
      filter: this.#filter,
      year: yearInVietnam(desk.client.now()),
      items,
      more: next !== undefined,
      unfinished,
      busy,
      l,
      setOf,
      choose: (filter) => {
        this.#filter = filter;
        this.done = undefined;
        void this.#list();
      },
      show: (id) => void this.#open(id),
      keptAt,
      problem: this.problem,
      next: () => this.#more(),
      again: () => void this.#list(keptAt === undefined ? this.#from : undefined),
    });
  }
}
