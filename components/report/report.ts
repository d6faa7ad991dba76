import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import { toProblem } from '../../src/client/problem.js';
import type { ReportSession, ReportView } from '../../src/client/report/report.types.js';
import type { Problem } from '../../src/client/view.types.js';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import type { Report, ReportAsk, ReportKind } from '../../src/domain/report/report.types.js';
import { ClientController } from '../base/client-controller.js';
import { controls } from '../base/controls.styles.js';
import { desk } from '../base/desk.styles.js';
import { drawn } from '../base/drawn.styles.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { FocusNext } from '../base/focus-next.js';
import { LanguageController } from '../base/language.js';
import { tokens } from '../base/tokens.styles.js';
import { controlsView, kinds, type ControlActs } from './parts/controls-view.js';
import { EntryDoor } from './parts/entry/entry-door.js';
import { coverageView, headView } from './parts/head-view.js';
import type { PaperLines } from './parts/papers/papers-dialog.js';
import { sectionView } from './parts/section-view.js';
import { absenceView, keptView, staleView, stateView } from './parts/state-view.js';
import { titleOf } from './parts/words.js';
import type { Figure, ReportContext, ReportPhase } from './report-context.js';
import { HtsdOpenReportEvent } from './report.events.js';
import type { ReportDialog, ReportHost } from './report-host.js';
import { look } from './report.styles.js';
import { tableStyles } from './table.styles.js';
import { reportTexts } from './texts.js';

const asked = ['locality', 'year', 'kind', 'from'] as const;

/**
 * @summary The yearly statistical report of a place, and its mid-term and final reviews: models and groups, organisation,
 * centres, activities and funds, beside last year and the targets.
 *
 * Each number leads down to what it was made of: parts of the place, then the records. Printed in the official layout, or
 * handed over as DOCX, XLSX or CSV. Needs no sign-in where the back end publishes its figures.
 *
 * @event htsd-open-report - The person asks for another place, year or kind; cancelable. Uncancelled, that is shown here.
 * @event htsd-error - Something failed; the person already reads a sentence about it.
 * @csspart base - Everything.
 * @csspart controls - Kind, year, parts of the place, and what can be done with the report.
 * @csspart header - What report it is, of which place and day.
 * @csspart path - The way up to wider places.
 * @csspart place - Name of the place.
 * @csspart coverage - How many parts have reported.
 * @csspart missing - Names of those that have not.
 * @csspart section - One section: models, organisation, centres, activities, funds.
 * @csspart table - A section as a table.
 * @csspart chart - A section as a picture.
 * @csspart trend - The years of a review as columns.
 * @csspart status - How the place stands against a target, as a sign and in words.
 * @csspart remarks - What has to be known of a section.
 * @csspart absence - Why there is no report: the place was not there in that year.
 * @csspart dialog - What a number was made of; the lines of the printed paper.
 * @csspart records - What a number was made of, as a table.
 * @cssproperty [--htsd-accent=#0a6650] - Bars, buttons and links.
 * @cssproperty [--htsd-accent-ink=#ffffff] - Ink on the accent.
 * @cssproperty [--htsd-accent-soft=#e6f2ee] - Soft ground of the accent.
 * @cssproperty [--htsd-ink=#17231f] - Text, and the target's mark.
 * @cssproperty [--htsd-ink-muted=#52615b] - Quiet text.
 * @cssproperty [--htsd-line=#d3dcd8] - Thin lines.
 * @cssproperty [--htsd-line-strong=#7d8c86] - Borders of controls, bars of the year before.
 * @cssproperty [--htsd-surface=#ffffff] - Ground of controls.
 * @cssproperty [--htsd-surface-soft=#f4f7f6] - Ground of groups.
 * @cssproperty [--htsd-danger=#a8261c] - Errors.
 * @cssproperty [--htsd-danger-soft=#fdf0ee] - Ground of errors.
 * @cssproperty [--htsd-warning=#7a4b00] - Behind a target, and doubts.
 * @cssproperty [--htsd-warning-soft=#fdf5e4] - Ground of warnings.
 * @cssproperty [--htsd-focus=#0b57d0] - Focus ring.
 * @cssproperty [--htsd-radius=6px] - Corner radius.
 * @cssproperty [--htsd-font=inherit] - Font family.
 * @cssproperty [--htsd-font-size] - Font size; default the host's, at least 15 px.
 */
export class HtsdReport extends LitElement {
  static override styles = [tokens, controls, desk, drawn, tableStyles, look];

  static override properties = {
    locality: {},
    year: { type: Number },
    kind: {},
    from: { type: Number },
    theme: { reflect: true },
    value: { attribute: false },
  };

  /** Code of the place, or `code@from`. */
  locality: string | undefined;
  /** The year, or the last one of a review. Default: this year. */
  year: number | undefined;
  /** `year` (default): the statistics of one year; `midterm`, `final`: a review of several. */
  kind: ReportKind = 'year';
  /** First year of a review. Default: 2021. */
  from: number | undefined;
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;
  /** The report itself, where the page has it: no back end is asked, and numbers lead nowhere. */
  value: Report | undefined;

  /** @internal */ readonly l = new LanguageController(this, ...reportTexts);

  readonly #focus = new FocusNext(this);
  #client: Client | undefined;
  #session: ReportSession | undefined;
  /** Counts starts, so that one that was overtaken ends. */
  #starts = 0;
  #problem: Problem | undefined;
  #told: Problem | undefined;
  #look: 'table' | 'chart' = 'table';
  #dialog: ReportDialog | undefined;
  /** What was typed for the head of the paper. */
  #lines: PaperLines | undefined;
  /** A part that is fetched on demand could not be had. */
  #trouble = false;
  /** What is shown was asked for here, so that it is said aloud. */
  #asking = false;
  readonly #finder = new ClientController(
    this,
    (client) => this.#use(client),
    (error) => this.#fail(error),
  );

  /** @internal What is shown, or why there is nothing. */
  get phase(): ReportPhase {
    if (this.value) return 'shown';
    if (!this.locality) return 'empty';
    const problem = this.#problem ?? this.#view?.problem;
    const { status } = this.#view ?? {};
    if (this.#problem ?? status === 'failed') {
      const { code } = problem ?? {};
      if (code === 'offline') return 'offline';
      return code === 'forbidden' || code === 'unauthenticated' ? 'forbidden' : 'error';
    }
    if (status === 'ready') return 'shown';
    return status === 'absent' ? 'absent' : status === 'unknown' ? 'not-found' : 'loading';
  }

  get #view(): ReportView | undefined {
    return this.#session?.getState();
  }

  get #report(): Report | undefined {
    return this.value ?? this.#view?.report;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
    if (this.#client && !this.#session) void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    this.#starts++;
    this.#session?.dispose();
    this.#session = undefined;
    this.renderRoot.querySelector('dialog')?.close();
  }

  /** Reads again, e.g. after a failure. */
  async retry(): Promise<void> {
    this.#problem = undefined;
    this.requestUpdate();
    if (this.#session) await this.#session.refresh();
    else if (this.#client) await this.#start();
    else await this.#finder.find();
  }

  readonly #online = (): void => {
    // What was once begun reads again by itself.
    if (this.#problem) void this.retry();
  };

  #use(client: Client): void {
    if (this.#client === client && this.#session) return;
    this.#client = client;
    void this.#start();
  }

  /** What the attributes ask for. */
  get #ask(): ReportAsk | undefined {
    const { locality, kind } = this;
    if (!locality || !this.#client) return undefined;
    // Frameworks hand what stands in the mark-up to the property, as text.
    const [year, from] = [this.year, this.from].map((text) => Number(text || NaN)) as [number, number];
    const today = Number(dateInVietnam(this.#client.now().toISOString()).slice(0, 4));
    const asked = kinds.includes(kind) ? kind : 'year';
    const until = Number.isInteger(year) ? year : today;
    return {
      locality,
      kind: asked,
      year: until,
      ...(asked !== 'year' && Number.isInteger(from) && from < until && { from }),
    };
  }

  /** What is shown, or on its way. */
  get #asked(): ReportAsk | undefined {
    const { value } = this;
    if (!value) return this.#ask;
    const { place, kind, year, from } = value;
    return { locality: place.key, kind, year, from };
  }

  async #start(): Promise<void> {
    const start = ++this.#starts;
    this.#session?.dispose();
    this.#session = undefined;
    if (!this.#ask || this.value) return;
    try {
      const { openReportSession } = await import('../../src/client/report/report-session.js');
      if (start !== this.#starts || !this.#ask) return;
      const session = openReportSession(this.#client!, this.#ask, !this.year);
      this.#session = session;
      session.subscribe(this.#heard);
      void this.#entry.use(this.#client!);
      this.requestUpdate();
    } catch (error) {
      this.#fail(error);
    }
  }

  readonly #heard = (): void => {
    const { problem } = this.#view ?? {};
    if (problem && problem !== this.#told) this.#tell(problem);
    this.#told = problem;
    if (!this.#view?.busy) this.#entry.again();
    this.requestUpdate();
  };

  #fail(error: unknown): void {
    this.#problem = toProblem(error);
    this.requestUpdate();
    this.#tell(error);
  }

  readonly #tell = (error: unknown): void => void this.dispatchEvent(new HtsdErrorEvent(error));

  protected override willUpdate(changed: PropertyValues<this>): void {
    const ask = this.#ask;
    if (!this.hasUpdated || !(changed.has('value') || asked.some((name) => changed.has(name)))) return;
    this.#problem = undefined;
    if (this.#session && ask && !this.value) this.#session.ask(ask);
    else void this.#start();
  }

  /** The person asks for something else; of another place the title is read first. False where the page sees to it. */
  #go(change: Partial<ReportAsk>): boolean {
    const { locality, kind, year, from } = { ...this.#asked!, ...change };
    const event = new HtsdOpenReportEvent(locality, kind, year, kind === 'year' ? undefined : from);
    if (!this.dispatchEvent(event) || this.value) return false;
    this.#asking = true;
    Object.assign(this, { locality, kind, year, from: event.from });
    if (!change.locality) return true;
    this.#focus.to(() => {
      const { ask: shown, busy = true, problem } = this.#view ?? {};
      if (busy || shown?.locality !== change.locality) return undefined;
      return this.renderRoot.querySelector<HTMLElement>(problem ? '#stale' : '#title, #state');
    });
    return true;
  }

  readonly #host: ReportHost = {
    l: this.l,
    changed: () => this.requestUpdate(),
    show: (dialog) => this.#show(dialog),
    close: () => this.renderRoot.querySelector('dialog')?.close(),
    focus: (target) => this.#focus.to(target),
    report: this.#tell,
  };

  readonly #entry = new EntryDoor(
    this.#host,
    (part) => this.#open(part),
    () => void this.#session?.refresh(),
  );

  #show(dialog: ReportDialog): void {
    this.#dialog = dialog;
    this.requestUpdate();
    const element = this.renderRoot.querySelector('dialog');
    if (element && !element.open) element.showModal();
    this.#focus.to('#dialog-title');
  }

  readonly #closed = (): void => {
    const dialog = this.#dialog;
    this.#dialog = undefined;
    dialog?.closed?.();
    this.requestUpdate();
  };

  /** Fetches a part and opens it. */
  async #open(part: () => Promise<void>): Promise<void> {
    this.#trouble = false;
    try {
      await part();
    } catch (error) {
      this.#trouble = true;
      this.#focus.to('#trouble');
      this.#tell(error);
    }
  }

  readonly #follow = (figure: Figure): void =>
    void this.#open(async () => {
      const { openTrace } = await import('./parts/trace/trace-dialog.js');
      const session = this.#session;
      const place = this.#report?.place.name;
      if (session && place) openTrace(this.#host, figure, place, session.follow.bind(session));
    });

  readonly #acts: ControlActs = {
    ask: (change) => this.#go(change),
    look: (chosen) => {
      this.#look = chosen;
      this.requestUpdate();
    },
    papers: () =>
      void this.#open(async () => {
        const { noLines, openPapers } = await import('./parts/papers/papers-dialog.js');
        openPapers(this.#host, () => this.#report, (this.#lines ??= noLines()));
      }),
  };

  override render(): TemplateResult {
    const { l } = this;
    const busy = this.phase === 'loading' || (!this.value && (this.#view?.busy ?? false));
    return html`<div class="htsd" part="base" lang=${l.lang} aria-busy=${busy ? 'true' : 'false'}>
      ${this.phase === 'shown' ? this.#reportView(busy) : html`${this.#controls()}${this.#stateView()}`}
      <p class="visually-hidden" role="status">${this.#asking && !busy ? this.#announced() : nothing}</p>
      <dialog part="dialog" aria-labelledby="dialog-title" @close=${this.#closed}>
        ${this.#dialog?.render() ?? nothing}
      </dialog>
    </div>`;
  }

  #announced(): string {
    const { l } = this;
    const report = this.#report;
    if (this.phase !== 'shown' || !report) return '';
    return l.t('report-page.shown', { title: titleOf(report, l), place: l.text(report.place.name) });
  }

  #controls(): TemplateResult | typeof nothing {
    const { value } = this;
    const ask = this.#asked;
    if (!ask || (!value && !this.#view) || this.phase === 'not-found') return nothing;
    const years = this.#view?.years ?? [];
    const report = this.phase === 'shown' ? this.#report : undefined;
    return controlsView(
      { ask, years, report, look: this.#look, fixed: value !== undefined },
      this.l,
      this.#acts,
    );
  }

  #stateView(): TemplateResult {
    const { phase, l } = this;
    const { absence, problem } = this.#view ?? {};
    return html`<div id="state" tabindex="-1">
      ${
        phase === 'absent' && absence
          ? absenceView(absence, l, (locality) => this.#go({ locality }))
          : stateView(phase, this.#problem ?? problem, l, () => void this.retry())
      }
    </div>`;
  }

  #reportView(busy: boolean): TemplateResult {
    const { l } = this;
    const report = this.#report!;
    const { keptAt, ledgers, problem } = this.#view ?? {};
    const context: ReportContext = {
      l,
      report,
      look: this.#look,
      follow: this.value ? undefined : this.#follow,
      ledgers,
    };
    const entry = this.value ? nothing : this.#entry.view(report);
    return html`${headView(report, l, (locality) => this.#go({ locality }))} ${entry} ${this.#controls()}
    ${report.coverage ? coverageView(report.coverage, l) : nothing}
    ${problem && !busy ? staleView(problem, l, () => void this.retry()) : nothing}
    ${keptAt === undefined ? nothing : keptView(keptAt, l)}
    ${this.#trouble ? html`<p class="notice bad" role="alert" id="trouble" tabindex="-1">${l.t('report-page.trouble')}</p>` : nothing}
    ${busy ? html`<p class="hint updating" role="status">${l.t('report-page.updating')}</p>` : nothing}
    ${report.sections
      .filter(({ lines, pending, remarks }) => lines.length > 0 || pending || remarks.length > 0)
      .map((section, index) => sectionView(context, section, index + 1))}`;
  }
}
