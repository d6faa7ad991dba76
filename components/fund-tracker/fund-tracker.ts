import { adoptStyles, html, LitElement, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import { ledgerDamage } from '../../src/client/fund/ledger-damage.js';
import { isAbort, toProblem } from '../../src/client/problem.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { ClientController } from '../base/client-controller.js';
import { controls } from '../base/controls.styles.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { LanguageController } from '../base/language.js';
import { tokens } from '../base/tokens.styles.js';
import { look } from './fund-tracker.styles.js';
import { fundViews, type FundHost, type FundPhase, type FundView, type FundViewName } from './fund-view.js';
import { stateView } from './state-view.js';
import { fundTexts } from './texts.js';

/** What is drawn from, beside the attributes. */
const internals = ['phase', 'shown'];

/**
 * @summary A study-promotion fund: for anybody to read and add up again, for its treasurer to keep, for its inspectors.
 *
 * The public view needs no sign-in and shows a fund only where it is published; `roll-up` adds it up with the funds below it.
 *
 * @event htsd-fund-checked - The person had the ledger checked; tells whether it is sound.
 * @event htsd-error - Something failed; the person already reads a sentence about it.
 * @csspart fund - Everything.
 * @csspart entry - The line in which a treasurer types the next entry; for the public, one entry with everything about it.
 * @csspart list - Entries as the inspection lists them.
 * @csspart header - Name of the fund, and the year that is looked at.
 * @csspart figures - Balance, raised, spent, goal.
 * @csspart equation - Opening + receipts − payments = closing.
 * @csspart funds - The table of funds that are added up.
 * @csspart months - Receipts and payments by month.
 * @csspart by-category - Receipts and payments by category, against the plan.
 * @csspart categories - One table of categories.
 * @csspart donors - The golden book.
 * @csspart awards - Rounds of scholarships and awards.
 * @csspart ledger - The window of the ledger.
 * @csspart check - Checking the ledger, and comparing a printed seal.
 * @cssproperty [--htsd-accent=#0a6650] - Accent of buttons and links.
 * @cssproperty [--htsd-accent-ink=#ffffff] - Ink on the accent.
 * @cssproperty [--htsd-accent-soft=#e6f2ee] - Soft ground of the accent.
 * @cssproperty [--htsd-ink=#17231f] - Text.
 * @cssproperty [--htsd-ink-muted=#52615b] - Quiet text.
 * @cssproperty [--htsd-line=#d3dcd8] - Thin lines.
 * @cssproperty [--htsd-line-strong=#7d8c86] - Borders of controls.
 * @cssproperty [--htsd-surface=#ffffff] - Ground of controls and tables.
 * @cssproperty [--htsd-surface-soft=#f4f7f6] - Ground of groups.
 * @cssproperty [--htsd-danger=#a8261c] - Errors, and entries that are wrong.
 * @cssproperty [--htsd-danger-soft=#fdf0ee] - Ground of errors.
 * @cssproperty [--htsd-warning=#7a4b00] - Warnings.
 * @cssproperty [--htsd-warning-soft=#fdf5e4] - Ground of warnings.
 * @cssproperty [--htsd-focus=#0b57d0] - Focus ring.
 * @cssproperty [--htsd-radius=6px] - Corner radius.
 * @cssproperty [--htsd-font=inherit] - Font family.
 * @cssproperty [--htsd-font-size] - Font size; default the host's, at least 15 px.
 */
export class HtsdFundTracker extends LitElement {
  static override styles = [tokens, controls, look];

  static override properties = {
    fund: {},
    view: {},
    theme: { reflect: true },
    ...Object.fromEntries(internals.map((name) => [name, { state: true }])),
  };

  /** Id of the fund. */
  fund: string | undefined;
  /** Who looks at it: `public` (default), `roll-up`, `treasurer`, `inspection`. */
  view: FundViewName = 'public';
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;

  /** @internal */ phase: FundPhase = 'loading';
  /** @internal */ shown: FundView | undefined;
  /** @internal */ readonly l = new LanguageController(this, fundTexts);

  #client: Client | undefined;
  #loading: AbortController | undefined;
  #focus: string | undefined;
  /** Number of the entry from which the ledger cannot be read. */
  #damaged = 0;
  /** The view that is being loaded or shown. */
  #opened: FundView | undefined;
  /** Style sheets of the views that were looked at. */
  readonly #sheets = new Set<CSSResult>();
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
    this.#leave();
  }

  readonly #online = (): void => {
    if (this.phase === 'offline') void this.retry();
  };

  /** Starts anew after a failure. Whoever pressed the button for it, which goes now, stays in this place. */
  async retry(): Promise<void> {
    if (this.renderRoot.querySelector('.notice button:focus')) this.#focus = '.htsd';
    this.phase = 'loading';
    await (this.#client ? this.#open() : this.#finder.find());
  }

  /** Called again whenever the element comes into the page: what its leaving had ended begins anew. */
  #use(client: Client): void {
    if (this.#client === client && this.#opened) return;
    this.#client = client;
    void this.#open();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const about = changed.has('fund') || changed.has('view');
    if (about && this.hasUpdated && this.#client) void this.#open();
  }

  #leave(): void {
    this.#loading?.abort();
    // Its reason holds the stack of whoever took the element away, and with it all that he held: nobody keeps that.
    this.#loading = undefined;
    this.#opened?.dispose();
    this.#opened = undefined;
    this.shown = undefined;
  }

  /** Fetches the view and lets it load the fund; a later call ends an earlier one. */
  async #open(): Promise<void> {
    const client = this.#client;
    this.#leave();
    const { signal } = (this.#loading = new AbortController());
    const { fund } = this;
    if (!client || !fund) {
      this.phase = 'empty';
      return;
    }
    if (client.capabilities.funds === false) {
      this.phase = 'unsupported';
      return;
    }
    this.phase = 'loading';
    try {
      const name = Object.hasOwn(fundViews, this.view) ? this.view : 'public';
      const [module, { actor }] = await Promise.all([fundViews[name](), client.session({ signal })]);
      if (signal.aborted) return;
      for (const texts of module.texts) this.l.add(texts);
      this.#dress(module.styles);
      const view = (this.#opened = module.openView(this.#host(client, fund, actor)));
      const outcome = await view.load(signal);
      if (signal.aborted) return;
      this.shown = view;
      this.phase = outcome;
    } catch (error) {
      if (!signal.aborted && !isAbort(error)) this.#fail(error);
    }
  }

  #host(client: Client, fund: string, actor: Actor | null): FundHost {
    return {
      client,
      fund,
      actor,
      l: this.l,
      root: this.renderRoot as ShadowRoot,
      changed: () => this.requestUpdate(),
      focus: (selector) => {
        this.#focus = selector;
        this.requestUpdate();
      },
      reload: () => this.retry(),
      report: (error) => void this.dispatchEvent(new HtsdErrorEvent(error)),
      emit: (event) => this.dispatchEvent(event),
    };
  }

  #dress(sheets: readonly CSSResult[]): void {
    if (sheets.every((sheet) => this.#sheets.has(sheet))) return;
    for (const sheet of sheets) this.#sheets.add(sheet);
    adoptStyles(this.renderRoot as ShadowRoot, [...HtsdFundTracker.elementStyles, ...this.#sheets]);
  }

  #fail(error: unknown): void {
    const { code } = toProblem(error);
    const damaged = ledgerDamage(error);
    if (damaged !== undefined) {
      this.#damaged = damaged;
      this.phase = 'damaged';
    } else if (code === 'not-found' || code === 'offline') this.phase = code;
    // An id that cannot be one names nothing.
    else if (code === 'invalid') this.phase = 'not-found';
    else this.phase = code === 'forbidden' || code === 'unauthenticated' ? 'forbidden' : 'error';
    this.dispatchEvent(new HtsdErrorEvent(error));
  }

  protected override updated(): void {
    this.shown?.drawn?.();
    const target = this.#focus && this.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = undefined;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    const { phase, l, shown } = this;
    return html`<div
      class="htsd"
      part="fund"
      tabindex="-1"
      lang=${l.lang}
      aria-busy=${phase === 'loading' ? 'true' : 'false'}
    >
      ${phase === 'shown' && shown ? shown.render() : this.#state()}
    </div>`;
  }

  /** A sentence in the place of the view, and what can be done about it. */
  #state(): TemplateResult {
    const { phase, l } = this;
    if (phase === 'loading' || phase === 'shown')
      return html`<p class="hint" role="status">${l.t('fund.loading')}</p>`;
    return stateView(l, phase, () => void this.retry(), this.#damaged);
  }
}
