import {
  adoptStyles,
  html,
  LitElement,
  nothing,
  type CSSResult,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { TargetView } from '../../src/domain/target/target-view.types.js';
import { drawn } from '../base/drawn.styles.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { LanguageController } from '../base/language.js';
import { tokens } from '../base/tokens.styles.js';
import { gaugeView } from './gauge-view.js';
import type { GaugePhase, GaugeVariant } from './gauge.types.js';
import { look } from './target-gauge.styles.js';
import { targetTexts } from './texts.js';
import { waitView } from './wait-view.js';

type Late = typeof import('./late/late.js');
type Lists = typeof import('./late/lists.js');

const about = ['indicator', 'locality', 'year', 'variant', 'value', 'list'] as const;

/**
 * @summary Where a place stands against its targets: figure, status, pace, coverage, years, legal basis, and its parts.
 *
 * Needs no sign-in where the back end publishes its figures. A page without a back end hands over what is to be shown.
 *
 * @event htsd-open-part - The person opens a part of the place; cancelable. Uncancelled, the gauge goes down into it.
 * @event htsd-open-indicator - The person opens one target of the scorecard; cancelable. Uncancelled, it is shown in full.
 * @event htsd-error - Something failed; the person already reads a sentence about it.
 * @csspart base - Everything.
 * @csspart gauge - One indicator of one place.
 * @csspart label - Name of the indicator, or of the scorecard.
 * @csspart number - The value as it leads.
 * @csspart status - How it stands, as a sign and in words.
 * @csspart meter - The picture: bar or half a circle.
 * @csspart sentence - Figure and target in one sentence.
 * @csspart notes - Pace, coverage, reasons.
 * @csspart trend - The years as columns.
 * @csspart basis - As of which day, and by which text.
 * @csspart table - The table that says the same.
 * @csspart law - Texts behind the target.
 * @csspart scorecard - All targets of a place.
 * @csspart ranking - Parts of a place by their distance to the target.
 * @csspart counts - How many stand how.
 * @csspart crumbs - The way down, and back.
 * @cssproperty [--htsd-accent=#0a6650] - The filled part where it is on track, buttons and links.
 * @cssproperty [--htsd-accent-ink=#ffffff] - Ink on the accent.
 * @cssproperty [--htsd-accent-soft=#e6f2ee] - Ground of the status where it is on track.
 * @cssproperty [--htsd-ink=#17231f] - Text, and the target's mark.
 * @cssproperty [--htsd-ink-muted=#52615b] - Quiet text, and the filled part where nothing can be judged.
 * @cssproperty [--htsd-line=#d3dcd8] - Thin lines, and the empty part.
 * @cssproperty [--htsd-line-strong=#7d8c86] - Borders of controls.
 * @cssproperty [--htsd-surface=#ffffff] - Ground of controls.
 * @cssproperty [--htsd-surface-soft=#f4f7f6] - Ground of groups.
 * @cssproperty [--htsd-danger=#a8261c] - Errors.
 * @cssproperty [--htsd-danger-soft=#fdf0ee] - Ground of errors.
 * @cssproperty [--htsd-warning=#7a4b00] - The filled part where it is behind, and doubts.
 * @cssproperty [--htsd-warning-soft=#fdf5e4] - Ground of the status where it is behind.
 * @cssproperty [--htsd-focus=#0b57d0] - Focus ring.
 * @cssproperty [--htsd-radius=6px] - Corner radius.
 * @cssproperty [--htsd-font=inherit] - Font family.
 * @cssproperty [--htsd-font-size] - Font size; default the host's, at least 15 px.
 */
export class HtsdTargetGauge extends LitElement {
  static override styles = [tokens, drawn, look];

  static override properties = {
    indicator: {},
    locality: {},
    year: { type: Number },
    variant: {},
    theme: { reflect: true },
    value: { attribute: false },
    list: { attribute: false },
  };

  /** Id of the indicator, e.g. `gia-dinh`; not needed for a scorecard. */
  indicator: string | undefined;
  /** Code of the place, or `code@from`. */
  locality: string | undefined;
  /** Default: this year. */
  year: number | undefined;
  /** `bullet` (default), `arc`, `scorecard`, `ranking`. */
  variant: GaugeVariant = 'bullet';
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;
  /** The gauge itself, where the page has it: no back end is asked. See `targetView` of `htsd/client`. */
  value: TargetView | undefined;
  /** Gauges of a scorecard, or of the parts of a place, where the page has them. */
  list: readonly TargetView[] | undefined;

  /** @internal */ readonly l = new LanguageController(this, targetTexts);

  #late: Late | undefined;
  #lists: Lists | undefined;
  #desk: InstanceType<Late['GaugeDesk']> | undefined;
  #focus = false;
  /** The table is open. */
  #detailed = false;
  /** What reads and lists could not be fetched. */
  #failed = false;

  /** @internal What is shown, or why there is nothing. */
  get phase(): GaugePhase {
    if (this.#plain) return 'shown';
    return this.#failed ? 'error' : (this.#desk?.phase ?? 'loading');
  }

  /** One target that the page handed over: nothing else is needed. */
  get #plain(): TargetView | undefined {
    return this.list || this.variant === 'scorecard' || this.variant === 'ranking' ? undefined : this.value;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#desk?.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk?.disconnect();
  }

  /** Reads again, e.g. after a failure. */
  async retry(): Promise<void> {
    await (this.#desk ? this.#desk.retry() : this.#show());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (about.some((name) => changed.has(name)) && (this.#desk ?? !this.#plain)) void this.#show();
  }

  /** Fetches what reads, and what states are made of. */
  async #fetch(): Promise<Late> {
    if (this.#late) return this.#late;
    const late = await import('./late/late.js');
    if (!this.#late) {
      this.#late = late;
      this.l.add(late.targetMoreTexts);
      this.#dress(late.controls);
    }
    return late;
  }

  /** Fetches what lists and tables are made of. */
  async #fetchLists(): Promise<void> {
    const { bringLists } = await this.#fetch();
    this.#lists ??= await bringLists(this.l, this.#dress);
    this.requestUpdate();
  }

  readonly #dress = (...late: CSSResult[]): void =>
    adoptStyles(this.renderRoot as ShadowRoot, [tokens, drawn, ...late, look]);

  async #show(): Promise<void> {
    this.#failed = false;
    try {
      const { GaugeDesk } = await this.#fetch();
      if (!this.#desk) {
        this.#desk = new GaugeDesk({
          element: this,
          l: this.l,
          changed: () => this.requestUpdate(),
          focus: () => (this.#focus = true),
          report: this.#report,
          gauge: (view, below) => this.#gauge(view, below),
          lists: () => this.#lists,
          fetchLists: () => this.#fetchLists(),
        });
        if (this.isConnected) this.#desk.connect();
      }
      this.#desk.show(this);
      this.requestUpdate();
    } catch (error) {
      this.#failed = true;
      this.requestUpdate();
      this.#report(error);
    }
  }

  readonly #report = (error: unknown): void => void this.dispatchEvent(new HtsdErrorEvent(error));

  readonly #toggle = (event: Event): void => {
    this.#detailed = (event.target as HTMLDetailsElement).open;
    this.requestUpdate();
    if (this.#detailed)
      this.#fetchLists().catch((error: unknown) => {
        this.#detailed = false;
        this.requestUpdate();
        this.#report(error);
      });
  };

  #gauge(view: TargetView, below: unknown): TemplateResult {
    const { l } = this;
    const detailed = this.#detailed;
    return gaugeView(view, l, {
      variant: this.variant === 'arc' ? 'arc' : 'bullet',
      detailed,
      opened: this.#toggle,
      more: detailed ? (this.#lists?.moreView(view, l) ?? waitView(l)) : nothing,
      below,
    });
  }

  protected override updated(): void {
    const heading = this.#focus && this.renderRoot.querySelector<HTMLElement>('[part=label], .notice button');
    if (!heading) return;
    this.#focus = false;
    heading.focus();
  }

  override render(): TemplateResult {
    const { l } = this;
    const busy = this.#desk ? this.#desk.busy : this.phase === 'loading';
    return html`<div class="htsd" part="base" lang=${l.lang} aria-busy=${busy}>
      ${this.#plain ? this.#gauge(this.#plain, nothing) : this.#failed ? this.#failure() : (this.#desk?.render() ?? waitView(l))}
    </div>`;
  }

  /** What has the other sentences could not be fetched itself. */
  #failure(): TemplateResult {
    return html`<p role="alert">
      <button type="button" @click=${() => void this.retry()}>${this.l.t('target.again')}</button>
    </p>`;
  }
}
