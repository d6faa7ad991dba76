import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createBadgeShelf } from '../../src/client/badge-shelf.js';
import type { Client } from '../../src/client/client.types.js';
import { isAbort } from '../../src/client/problem.js';
import type { PublicRecognition } from '../../src/domain/recognition.schema.js';
import type { Registry } from '../../src/domain/registry.schema.js';
import { art } from '../base/badge-picture.styles.js';
import { ClientController } from '../base/client-controller.js';
import { controls } from '../base/controls.styles.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { FocusNext } from '../base/focus-next.js';
import { LanguageController } from '../base/language.js';
import { RegistrySource } from '../base/registry-source.js';
import { tokens } from '../base/tokens.styles.js';
import { HtsdCheckedEvent } from './badge-check.events.js';
import { look } from './badge-check.styles.js';
import { check, recognitionOf } from './check.js';
import { entryView } from './entry-view.js';
import { issuerStanding } from './issuer-standing.js';
import type { Given, Outcome } from './outcome.types.js';
import { verifyTexts } from './texts.js';
import { mayRetry, outcomeView } from './outcome-view.js';

const shelf = createBadgeShelf();

/** Changed inside; each draws the element anew. */
const internals = ['checking', 'outcome', 'hovered', 'missing', 'ahead'];

/**
 * @summary Checks a badge: a file, pasted text, a photo of its QR code, or a link; tells five answers apart.
 *
 * Everything happens on the device; only keys, status lists and links are fetched. What was fetched is kept, so that a
 * check works without network.
 *
 * @event htsd-checked - A badge was checked; with answer and reason.
 * @event htsd-error - Something failed beside the answer; the person already reads a sentence where it concerns him.
 * @csspart entry - Where a badge is handed in.
 * @csspart verdict - The answer.
 * @csspart facts - What the badge says.
 * @cssproperty --htsd-badge-size - Width of the picture; default 112px.
 * @cssproperty --htsd-badge-ground - Metal of the picture's ring.
 * @cssproperty --htsd-gold - What shines on it.
 * @cssproperty --htsd-accent - Buttons, links, the answer "genuine".
 * @cssproperty --htsd-accent-ink - Text on the accent.
 * @cssproperty --htsd-accent-soft - Ground of the answer "genuine".
 * @cssproperty --htsd-ink - Text.
 * @cssproperty --htsd-ink-muted - Quiet text.
 * @cssproperty --htsd-line - Thin lines.
 * @cssproperty --htsd-line-strong - Borders of controls.
 * @cssproperty --htsd-surface - Ground of controls.
 * @cssproperty --htsd-surface-soft - Ground of groups, and of "could not check".
 * @cssproperty --htsd-danger - Revoked, not genuine.
 * @cssproperty --htsd-danger-soft - Its ground.
 * @cssproperty --htsd-warning - Expired, warnings.
 * @cssproperty --htsd-warning-soft - Its ground.
 * @cssproperty --htsd-focus - Focus ring.
 * @cssproperty --htsd-radius - Corners.
 * @cssproperty --htsd-font - Font; default the page's.
 * @cssproperty --htsd-font-size - Size; default the page's, 15px at least.
 */
export class HtsdBadgeCheck extends LitElement {
  static override styles = [tokens, controls, art, look];

  static override properties = {
    recognition: {},
    link: {},
    fromAddress: { attribute: 'from-address', type: Boolean },
    registrySrc: { attribute: 'registry-src' },
    maxStatusAge: { attribute: 'max-status-age', type: Number },
    theme: { reflect: true },
    registry: { attribute: false },
    now: { attribute: false },
    ...Object.fromEntries(internals.map((name) => [name, { state: true }])),
  };

  /** Id of a recognition to check, read from the back end. */
  recognition: string | undefined;
  /** Address of a badge to check. */
  link: string | undefined;
  /** Checks what the page's own address names: a recognition as its hash, or a badge's address as `?url=`. */
  fromAddress = false;
  /** Address of the registry of competent bodies, as JSON. */
  registrySrc: string | undefined;
  /** Days after which a kept status list no longer proves that a title was not revoked. */
  maxStatusAge = 7;
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;
  /** The registry itself, where the page has it. */
  registry: Registry | undefined;
  /** Clock for demonstrations and tests: an ISO instant. Default now. */
  now: string | undefined;

  /** @internal */ checking = false;
  /** @internal */ outcome: Outcome | undefined;
  /** @internal */ hovered = false;
  /** @internal */ missing = false;
  /** @internal The answer stands above the entry: who comes by an address has handed his badge in already. */ ahead = false;
  /** @internal */ readonly l = new LanguageController(this, verifyTexts);

  #given: Given | undefined;
  #running: AbortController | undefined;
  #finder: ClientController | undefined;
  #client: Promise<Client> | undefined;
  /** The one that answered last. */
  #register: Client | undefined;
  readonly #focus = new FocusNext(this);
  readonly #registryRead = new RegistrySource();
  /** The registry that the last answer was given by. */
  #registry: Registry | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
    addEventListener('hashchange', this.#address);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    removeEventListener('hashchange', this.#address);
    this.#running?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('recognition') && this.recognition) {
      void this.#run({ kind: 'recognition', id: this.recognition });
    } else if (changed.has('link') && this.link) void this.#run({ kind: 'link', url: this.link });
    else if (changed.has('fromAddress') && this.fromAddress) this.#address();
  }

  readonly #online = (): void => {
    const { outcome } = this;
    if (this.#given && outcome?.answer === 'could-not-check' && mayRetry(outcome))
      void this.#run(this.#given);
  };

  readonly #address = (): void => {
    if (!this.fromAddress) return;
    const { href } = this.ownerDocument.location;
    const id = recognitionOf(href, href);
    const url = new URL(href).searchParams.get('url');
    if (id === undefined && !url) return;
    this.ahead = true;
    void this.check(id === undefined ? { kind: 'link', url: url ?? '' } : { kind: 'recognition', id });
  };

  /** Checks a badge, shows the answer and leads the person to it. A check under way is given up for the new one. */
  async check(given: Given): Promise<void> {
    // On a phone the answer lies below everything that a badge can be handed in by.
    if (await this.#run(given)) this.#focus.to('.verdict h2');
  }

  /** Answers whether there is an answer; false for a check that was given up. Leaves the person where he is. */
  async #run(given: Given): Promise<boolean> {
    this.#running?.abort();
    const { signal } = (this.#running = new AbortController());
    this.#given = given;
    this.checking = true;
    this.missing = false;
    try {
      const registry = this.registry ?? (await this.#readRegistry());
      const outcome = await check(given, {
        now: this.now ?? new Date().toISOString(),
        page: this.ownerDocument.location.href,
        online: navigator.onLine,
        registry,
        maxStatusAgeDays: this.maxStatusAge,
        shelf,
        signal,
        readRecognition: (id) => this.#readRecognition(id, signal),
        ownRegister: () => this.#register?.capabilities.deviceOnly ?? false,
        report: this.#report,
      });
      if (signal.aborted) return false;
      this.#registry = registry;
      this.outcome = outcome;
      this.checking = false;
      const { answer, reason, verification } = outcome;
      this.dispatchEvent(new HtsdCheckedEvent(answer, reason.code, verification?.demo ?? false));
    } catch (error) {
      if (signal.aborted || isAbort(error)) return false;
      this.checking = false;
      this.outcome = { answer: 'could-not-check', reason: { code: 'part', params: {} } };
      this.#report(error);
    }
    return true;
  }

  readonly #report = (error: unknown): void => void this.dispatchEvent(new HtsdErrorEvent(error));

  async #readRegistry(): Promise<Registry | undefined> {
    try {
      return this.registrySrc ? await this.#registryRead.get(this.registrySrc) : undefined;
    } catch (error) {
      // Without it the answer says that the issuer could not be looked up; the next check asks again.
      this.#report(error);
      return undefined;
    }
  }

  async #readRecognition(id: string, signal: AbortSignal): Promise<PublicRecognition> {
    this.#client ??= new Promise<Client>((resolve, reject) => {
      this.#finder = new ClientController(this, resolve, reject);
    });
    let client: Client;
    try {
      client = this.#register = await this.#client;
    } catch (error) {
      if (this.#finder) this.removeController(this.#finder);
      this.#client = undefined;
      throw error;
    }
    const { items } = await client.query('recognition.get', { id }, { signal });
    const [found] = items;
    if (!found) throw new TypeError('The back end answered no recognition and no error.');
    return found;
  }

  readonly #retry = (): void => {
    if (this.#given) void this.check(this.#given);
  };

  readonly #text = (text: string): void => {
    this.missing = text.trim() === '';
    if (!this.missing) void this.check({ kind: 'text', text });
  };

  override render(): TemplateResult {
    const { l, outcome, checking } = this;
    const standing = outcome?.verification && issuerStanding(outcome.verification, this.#registry);
    const result = html`<div class="result" role="status">
      ${
        checking
          ? html`<p class="hint">${l.t('verify.checking')}</p>`
          : outcome
            ? outcomeView({ outcome, standing, l, retry: this.#retry })
            : nothing
      }
    </div>`;
    return html`<div class="htsd" lang=${l.lang} aria-busy=${checking ? 'true' : 'false'}>
      ${this.ahead ? result : nothing}
      ${entryView({
        l,
        hovered: this.hovered,
        missing: this.missing,
        file: (file) => void this.check({ kind: 'file', file }),
        text: this.#text,
        hover: (over) => (this.hovered = over),
      })}
      ${this.ahead ? nothing : result}
    </div>`;
  }
}
