import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import type { Gazetteer, Locality } from '../../src/domain/locality/locality.schema.js';
import type { FoundPlaces } from '../../src/domain/locality/search/search-places.js';
import { controls } from '../base/controls.styles.js';
import { LanguageController } from '../base/language.js';
import { tokens } from '../base/tokens.styles.js';
import { HtsdChooseEvent, HtsdRetryEvent } from './locality-picker.events.js';
import { look } from './locality-picker.styles.js';
import { chosenText, optionView } from './picker-view.js';
import { placeOptions, type PlaceOption } from './place-options.js';
import { readyIndex, type ReadyIndex } from './search-index.js';
import { pickerTexts } from './texts.js';

const limit = 20;
const internals = ['ready', 'typed', 'found', 'options', 'open', 'active', 'touched'];
const levels: readonly string[] = ['nation', 'province', 'district', 'commune', 'hamlet'];

/**
 * @summary A field to choose a place: today's communes and provinces, found by present and former names.
 *
 * Searches on the device, without a network, with or without accents. `places` brings the list.
 *
 * @event htsd-choose - The person chose a place or cleared the choice.
 * @event htsd-retry - The person wants the list of places loaded again.
 * @csspart picker - The whole.
 * @csspart label - The label.
 * @csspart input - The field.
 * @csspart list - The list of places found.
 * @csspart option - One of them.
 * @cssproperty [--htsd-accent=#0a6650] - Accent of buttons and links.
 * @cssproperty [--htsd-accent-ink=#ffffff] - Ink on the accent.
 * @cssproperty [--htsd-accent-soft=#e6f2ee] - Soft ground of the accent.
 * @cssproperty [--htsd-ink=#17231f] - Text.
 * @cssproperty [--htsd-ink-muted=#52615b] - Quiet text.
 * @cssproperty [--htsd-line=#d3dcd8] - Thin lines.
 * @cssproperty [--htsd-line-strong=#7d8c86] - Borders of controls.
 * @cssproperty [--htsd-surface=#ffffff] - Ground of the field and its list.
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
export class HtsdLocalityPicker extends LitElement {
  static formAssociated = true;
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };
  static override styles = [tokens, controls, look];

  static override properties = {
    label: {},
    value: {},
    levels: {},
    within: {},
    required: { type: Boolean },
    disabled: { type: Boolean },
    loading: { type: Boolean },
    failed: { type: Boolean },
    theme: { reflect: true },
    places: { attribute: false },
    day: { attribute: false },
    ...Object.fromEntries(internals.map((name) => [name, { state: true }])),
  };

  /** What is asked for; default "Đơn vị hành chính". */
  label: string | undefined;
  /** Key of the chosen place, `code@from`. */
  value: string | undefined;
  /** Levels that can be chosen, `commune province`; all by default. */
  levels: string | undefined;
  /** Code of the place that the chosen one has to lie in. */
  within: string | undefined;
  /** A place has to be chosen. */
  required = false;
  /** Nothing can be chosen now. */
  disabled = false;
  /** The list of places is on its way. */
  loading = false;
  /** The list of places could not be had. */
  failed = false;
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;
  /** Places and what became of them: a gazetteer, or a part of one. */
  places: Pick<Gazetteer, 'localities' | 'events'> | undefined;
  /** Day whose places are chosen, `2026-12-31`; default today in Viet Nam. */
  day: string | undefined;

  /** @internal */ ready: ReadyIndex | undefined;
  /** @internal What was typed since the last choice. */ typed: string | undefined;
  /** @internal */ found: FoundPlaces | undefined;
  /** @internal */ options: readonly PlaceOption[] = [];
  /** @internal */ open = false;
  /** @internal */ active = -1;
  /** @internal The person has left the field once. */ touched = false;
  /** @internal */ readonly l = new LanguageController(this, pickerTexts);

  #indexing: AbortController | undefined;
  #first: string | undefined;
  // Browsers before 2023 know no form-associated elements.
  readonly #internals = 'attachInternals' in this ? this.attachInternals() : undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#indexing?.abort();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#first ??= this.value;
    if (this.hasUpdated && !this.ready) void this.#index();
  }

  /** @internal A form goes back to what it began with. */
  formResetCallback(): void {
    this.value = this.#first;
    this.typed = undefined;
    this.touched = false;
  }

  /** @internal A fieldset around it is disabled. */
  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('places') || changed.has('day')) void this.#index();
    if (changed.has('open') && !this.open) this.active = -1;
    if (changed.has('ready') || changed.has('typed') || changed.has('levels') || changed.has('within'))
      this.#search();
  }

  protected override firstUpdated(): void {
    // Keys are the field's: the focus never leaves it.
    this.renderRoot.querySelector('#list')?.addEventListener('click', this.#pick);
  }

  protected override updated(): void {
    const { value, required, l } = this;
    this.#internals?.setFormValue(value ?? null);
    const input = this.#input;
    if (required && !value && input)
      this.#internals?.setValidity({ valueMissing: true }, l.t('picker.required'), input);
    else this.#internals?.setValidity({});
    this.renderRoot.querySelector('.active')?.scrollIntoView({ block: 'nearest' });
  }

  get #input(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input');
  }

  async #index(): Promise<void> {
    this.#indexing?.abort();
    this.ready = undefined;
    const { places } = this;
    if (!places) return;
    const { signal } = (this.#indexing = new AbortController());
    const ready = await readyIndex(places, this.day ?? dateInVietnam(new Date().toISOString()), signal);
    if (!signal.aborted) this.ready = ready;
  }

  #search(): void {
    const { ready, typed = '', within } = this;
    const asked = this.levels
      ?.split(/[\s,]+/)
      .filter((level): level is Locality['level'] => levels.includes(level));
    this.found = ready?.search(typed, {
      limit,
      ...(asked?.length && { levels: asked }),
      ...(within && { within }),
    });
    this.options = this.found ? placeOptions(this.found) : [];
    this.active = -1;
  }

  /** What the field shows while nothing is typed. */
  get #text(): string {
    const entry = this.value ? this.ready?.get(this.value) : undefined;
    return this.typed ?? (entry ? chosenText(entry.place, entry.above, this.l) : '');
  }

  #choose(option: PlaceOption | undefined): void {
    this.value = option?.key;
    this.typed = undefined;
    this.open = false;
    const former = option?.former?.place;
    this.dispatchEvent(
      new HtsdChooseEvent(option?.key ?? '', option?.place, former === option?.place ? undefined : former),
    );
  }

  readonly #type = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.open = this.typed.trim() !== '';
    // An empty field is no choice.
    if (this.typed === '' && this.value) this.#choose(undefined);
  };

  readonly #leave = (): void => {
    this.open = false;
    this.touched = true;
    // What was typed and not chosen is no place: the field shows the choice again.
    this.typed = undefined;
  };

  readonly #key = (event: KeyboardEvent): void => {
    const { key, altKey, isComposing } = event;
    // While an input method composes a letter, keys are its own.
    if (isComposing) return;
    const shown = this.open && this.options.length > 0;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!this.typed) return;
      event.preventDefault();
      if (!this.open) this.open = true;
      else if (key === 'ArrowUp' && altKey) this.open = false;
      if (shown && !altKey) this.#move(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Enter' && shown) {
      event.preventDefault();
      const option = this.options[Math.max(this.active, 0)];
      // Nothing is taken that was not pointed at, unless it is the only one.
      if (this.active >= 0 || this.options.length === 1) this.#choose(option);
    } else if (key === 'Escape' && (this.open || this.typed !== undefined)) {
      event.preventDefault();
      event.stopPropagation();
      if (this.open) this.open = false;
      else this.typed = undefined;
    }
  };

  #move(step: 1 | -1): void {
    const { length } = this.options;
    this.active = this.active < 0 ? (step > 0 ? 0 : length - 1) : (this.active + step + length) % length;
  }

  /** Before the field loses the focus to what is pressed. */
  readonly #press = (event: Event): void => event.preventDefault();

  readonly #pick = (event: Event): void => {
    const line = (event.target as Element).closest<HTMLElement>('li');
    const option = this.options[Number(line?.dataset['index'] ?? -1)];
    if (option) this.#choose(option);
  };

  readonly #clear = (): void => {
    this.#choose(undefined);
    this.#input?.focus();
  };

  readonly #retry = (): void => void this.dispatchEvent(new HtsdRetryEvent());

  #status(): string {
    const { l, found, open, typed, options } = this;
    if (!open || !typed) return '';
    if (!found) return l.t('picker.preparing');
    if (options.length === 0) return l.t('picker.none', { query: typed.trim() });
    return found.total > found.hits.length
      ? l.t('picker.more', { shown: options.length, n: found.total })
      : l.t('picker.count', { n: options.length });
  }

  #popup(): TemplateResult {
    const { l, options, active, value, open, found } = this;
    const status = this.#status();
    const below = open && (options.length === 0 || (found && found.total > found.hits.length));
    return html`<div class="popup" ?hidden=${!open} @mousedown=${this.#press}>
      <ul
        id="list"
        role="listbox"
        part="list"
        aria-label=${l.t('picker.results')}
        ?hidden=${options.length === 0}
      >
        ${options.map((option, index) =>
          optionView(option, index, { active: index === active, chosen: option.key === value, l }),
        )}
      </ul>
      ${
        below
          ? html`<div class="below">
              ${options.length === 0 ? html`<strong>${status}</strong>` : status}
              ${found && options.length === 0 ? html`<br />${l.t('picker.none.hint')}` : nothing}
            </div>`
          : nothing
      }
    </div>`;
  }

  #hint(): TemplateResult {
    const { l } = this;
    if (this.failed)
      return html`<div class="notice bad" role="alert">
        <p>${l.t('picker.failed')}</p>
        <p><button type="button" @click=${this.#retry}>${l.t('picker.retry')}</button></p>
      </div>`;
    const key = this.loading ? 'picker.loading' : this.places ? 'picker.hint' : 'picker.empty';
    const missing = this.required && this.touched && !this.value && this.places;
    return html`<p id="hint" class=${missing ? 'error' : 'hint'} role=${this.loading ? 'status' : nothing}>
      ${l.t(missing ? 'picker.required' : key)}
    </p>`;
  }

  override render(): TemplateResult {
    const { l, open, active, options } = this;
    const off = this.disabled || this.loading || this.failed || !this.places;
    const shown = open && options.length > 0;
    const text = this.#text;
    return html`<div class="htsd" part="picker" lang=${l.lang}>
      <label id="label" for="input" part="label">${this.label ?? l.t('picker.label')}</label>
      <div class="field">
        <input
          id="input"
          type="text"
          part="input"
          role="combobox"
          aria-labelledby="label"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-autocomplete="list"
          aria-controls="list"
          aria-expanded=${shown ? 'true' : 'false'}
          aria-activedescendant=${shown && active >= 0 ? `option-${active}` : nothing}
          aria-describedby=${this.failed ? nothing : 'hint'}
          aria-invalid=${this.required && this.touched && !this.value && !off ? 'true' : nothing}
          aria-required=${this.required ? 'true' : nothing}
          ?disabled=${off}
          .value=${text}
          @input=${this.#type}
          @keydown=${this.#key}
          @blur=${this.#leave}
        />
        ${
          text && !off
            ? html`<button
                class="quiet clear"
                type="button"
                aria-label=${l.t('picker.clear')}
                @mousedown=${this.#press}
                @click=${this.#clear}
              >
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8"></path></svg>
              </button>`
            : nothing
        }
        ${this.#popup()}
      </div>
      <div class="visually-hidden" role="status">${this.#status()}</div>
      ${this.#hint()}
    </div>`;
  }
}
