import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { ranked } from '../../../src/domain/target/distance.js';
import type { TargetAim, TargetPicture } from '../../../src/client/target/target-desk.js';
import type { TargetView } from '../../../src/domain/target/target-view.types.js';
import type { LocalText } from '../../../src/domain/text.schema.js';
import type { LanguageController } from '../../base/language.js';
import type { GaugePhase, GaugeVariant } from '../gauge.types.js';
import { HtsdOpenIndicatorEvent, HtsdOpenPartEvent } from '../target-gauge.events.js';
import { waitView } from '../wait-view.js';
import { GaugeReader } from './gauge-reader.js';
import { keptView, stateView } from './state-view.js';

type Lists = typeof import('./lists.js');

/** What the page says that is to be shown. */
export interface Wish {
  readonly indicator: string | undefined;
  readonly locality: string | undefined;
  readonly year: number | undefined;
  readonly variant: GaugeVariant;
  readonly value: TargetView | undefined;
  readonly list: readonly TargetView[] | undefined;
}

/** The element around it. */
export interface DeskHost {
  readonly element: ReactiveElement;
  readonly l: LanguageController;
  changed(): void;
  /** Moves the focus to the heading once it is drawn. */
  focus(): void;
  report(error: unknown): void;
  /** One target, with what lies below it. */
  gauge(view: TargetView, below: unknown): TemplateResult;
  /** What lists are made of, once it was fetched. */
  lists(): Lists | undefined;
  fetchLists(): Promise<void>;
}

/** A step down: what was opened, and under which name the way back to where it was opened leads. */
interface Step {
  readonly aim: TargetAim;
  readonly from: LocalText | undefined;
}

/** Reads what is to be shown, goes down into parts and back, and draws lists and states. */
export class GaugeDesk {
  #host: DeskHost;
  #reader: GaugeReader;
  #wish: Wish | undefined;
  #trail: readonly Step[] = [];
  /** The parts are open below a gauge. */
  #listing = false;
  /** What lists are made of could not be fetched. */
  #unlisted = false;

  constructor(host: DeskHost) {
    this.#host = host;
    this.#reader = new GaugeReader(host);
  }

  connect(): void {
    this.#reader.connect();
  }

  disconnect(): void {
    this.#reader.disconnect();
  }

  get phase(): GaugePhase {
    if (this.#unlisted) return 'error';
    if (this.#given) return 'shown';
    return this.#aim ? this.#reader.phase : 'empty';
  }

  get busy(): boolean {
    return !this.#given && (this.phase === 'loading' || this.#reader.busy);
  }

  /** Something else is to be shown. */
  show(wish: Wish): void {
    this.#wish = wish;
    this.#trail = [];
    this.#listing = false;
    void this.#read();
  }

  /** The same once more, after a failure. */
  async retry(): Promise<void> {
    await Promise.all([this.#fetchLists(), this.#given ? undefined : this.#reader.retry()]);
  }

  /** The page handed over what is to be shown. */
  get #given(): boolean {
    return Boolean(this.#wish?.value ?? this.#wish?.list);
  }

  /** What the page asks for, or what was opened since. */
  get #aim(): TargetAim | undefined {
    const step = this.#trail.at(-1);
    if (step) return step.aim;
    const { locality, indicator, year, variant } = this.#wish ?? {};
    if (!locality || (!indicator && variant !== 'scorecard')) return undefined;
    return {
      locality,
      indicator: variant === 'scorecard' ? undefined : indicator,
      ...(year && { year }),
      ...(variant === 'ranking' && { parts: true }),
    };
  }

  /** `fresh`: about something else, so that what was shown goes at once. */
  async #read(fresh = true): Promise<void> {
    const aim = this.#given ? undefined : this.#aim;
    await Promise.all([
      this.#fetchLists(),
      this.#reader.read(aim && { ...aim, ...(this.#listing && { parts: true }) }, fresh),
    ]);
  }

  /** Lists, and the way back, are drawn by a part of its own. */
  async #fetchLists(): Promise<void> {
    const { variant } = this.#wish ?? {};
    const lists = variant === 'scorecard' || variant === 'ranking' || this.#listing || this.#trail.length > 0;
    this.#unlisted = false;
    try {
      if (lists) await this.#host.fetchLists();
    } catch (error) {
      this.#unlisted = true;
      this.#host.changed();
      this.#host.report(error);
    }
  }

  get #picture(): Partial<TargetPicture> | undefined {
    const { value, list, variant } = this.#wish ?? {};
    if (!this.#given) return this.#reader.picture;
    return {
      ...(value && { view: value }),
      ...(list && (variant === 'scorecard' ? { card: list } : { parts: ranked(list) })),
    };
  }

  #go(trail: readonly Step[]): void {
    this.#trail = trail;
    this.#listing = false;
    this.#host.focus();
    void this.#read();
  }

  readonly #openPart = ({ place, indicator, year }: TargetView): void => {
    const event = new HtsdOpenPartEvent(place.key, indicator.id);
    if (!this.#host.element.dispatchEvent(event) || this.#given) return;
    const from = this.#picture?.place?.name;
    this.#go([...this.#trail, { aim: { locality: place.key, indicator: indicator.id, year }, from }]);
  };

  readonly #openIndicator = ({ place, indicator, year }: TargetView): void => {
    const event = new HtsdOpenIndicatorEvent(indicator.id, place.key);
    if (!this.#host.element.dispatchEvent(event) || this.#given) return;
    this.#go([{ aim: { locality: place.key, indicator: indicator.id, year }, from: undefined }]);
  };

  readonly #toggleParts = (): void => {
    this.#listing = !this.#listing;
    this.#host.changed();
    if (this.#listing) void this.#read(false);
  };

  /** Whoever pressed the button for it, which goes now, finds himself where it led. */
  readonly #retry = (): void => {
    this.#host.focus();
    void this.retry();
  };

  render(): TemplateResult {
    const { l } = this.#host;
    const { phase } = this;
    return html`${this.#crumbs()} ${phase === 'shown' ? this.#shown() : stateView(phase, l, this.#retry)}`;
  }

  #crumbs(): TemplateResult | typeof nothing {
    const { l } = this.#host;
    const lists = this.#host.lists();
    if (this.#trail.length === 0 || !lists) return nothing;
    const crumbs = this.#trail.map(({ from }, at) => ({
      name: from ? l.text(from) : l.t('target.all'),
      back: () => this.#go(this.#trail.slice(0, at)),
    }));
    const { place, view } = this.#picture ?? {};
    const one = this.#wish?.variant === 'scorecard' && this.#trail.length === 1;
    return lists.crumbsView(crumbs, l.text(one ? view?.indicator.label : place?.name), l);
  }

  #shown(): TemplateResult {
    const { l } = this.#host;
    const { view, parts, card, keptAt } = this.#picture ?? {};
    const kept = keptAt === undefined ? nothing : keptView(keptAt, l);
    const variant = this.#trail.length === 0 ? this.#wish?.variant : 'bullet';
    if (variant === 'scorecard' || variant === 'ranking') {
      const lists = this.#host.lists();
      if (!lists) return html`${kept}${waitView(l)}`;
      return variant === 'scorecard'
        ? html`${kept}${lists.scorecardView(card ?? [], l, this.#openIndicator)}`
        : html`${kept}${lists.rankingPage(view, parts ?? [], l, this.#openPart)}`;
    }
    return html`${kept}${view ? this.#host.gauge(view, this.#below(view)) : waitView(l)}`;
  }

  /** The parts of the place, behind a button. */
  #below({ parts: known, indicator }: TargetView): unknown {
    const { l } = this.#host;
    const { parts } = this.#picture ?? {};
    const lists = this.#host.lists();
    if (!known || (this.#given && !parts)) return nothing;
    const words = l.t(`target.open.${known.level}`, { n: known.count });
    return html`<p class="actions">
        <button
          type="button"
          class="drill"
          aria-expanded=${this.#listing ? 'true' : 'false'}
          aria-label="${words}: ${l.text(indicator.label)}"
          @click=${this.#toggleParts}
        >
          ${words}
        </button>
      </p>
      ${this.#listing ? (parts && lists ? lists.rankingView(parts, l, this.#openPart) : waitView(l)) : nothing}`;
  }
}
