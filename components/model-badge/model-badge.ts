import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import { isAbort, toProblem } from '../../src/client/problem.js';
import { whenBack } from '../../src/client/when-back.js';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import type { PublicRecognition } from '../../src/domain/recognition.schema.js';
import { art } from '../base/badge-picture.styles.js';
import { ClientController } from '../base/client-controller.js';
import { controls } from '../base/controls.styles.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { LanguageController } from '../base/language.js';
import { tokens } from '../base/tokens.styles.js';
import { fullView, smallView, stateView, type BadgeView } from './badge-view.js';
import { look } from './model-badge.styles.js';
import { HtsdVerifyEvent } from './model-badge.events.js';
import type { QrView } from './qr-view.js';
import { badgeTexts } from './texts.js';
import { verifyPageOf } from '../base/verify-page.js';
import { verifyLink } from '../base/verify-link.js';

/** What is drawn from, beside what the host gives. */
const internals = ['phase', 'found', 'qr', 'unsaved'];

/** What is shown: a title, or why there is none. */
export type BadgePhase = 'empty' | 'loading' | 'shown' | 'not-found' | 'forbidden' | 'offline' | 'error';

/**
 * @summary The badge of a title: picture, name, issuer, date, status, series over the years, link to check it.
 *
 * Needs no sign-in. Shows what the back end publishes; whether it is genuine is for the page that checks (`verify-href`).
 *
 * @slot actions - Buttons of the host beside "Kiểm tra"; shown in full size.
 * @event htsd-verify - The person wants the badge checked; cancelable. Uncancelled, the page that checks opens.
 * @event htsd-error - Something failed; the person already reads a sentence about it.
 * @csspart badge - The whole badge.
 * @csspart picture - The picture.
 * @csspart name - Name of the title.
 * @csspart status - Valid, not valid yet, expired or revoked.
 * @csspart facts - Issuer, dates, decision, place.
 * @csspart series - The title over the years.
 * @csspart qr - The QR code.
 * @csspart verify - The link to the page that checks.
 * @cssproperty [--htsd-badge-size] - Width of the picture; default 160px, in small size 32px.
 * @cssproperty [--htsd-badge-ground=#0b4a3b] - Ground of the ring.
 * @cssproperty [--htsd-gold=#e6bd55] - Gold of the ring.
 * @cssproperty [--htsd-accent=#0a6650] - Accent of buttons and links.
 * @cssproperty [--htsd-accent-ink=#ffffff] - Ink on the accent.
 * @cssproperty [--htsd-accent-soft=#e6f2ee] - Soft ground of the accent.
 * @cssproperty [--htsd-ink=#17231f] - Text.
 * @cssproperty [--htsd-ink-muted=#52615b] - Quiet text.
 * @cssproperty [--htsd-line=#d3dcd8] - Thin lines.
 * @cssproperty [--htsd-line-strong=#7d8c86] - Borders of controls.
 * @cssproperty [--htsd-surface=#ffffff] - Ground of the badge.
 * @cssproperty [--htsd-surface-soft=#f4f7f6] - Ground of groups.
 * @cssproperty [--htsd-danger=#a8261c] - Errors, and a title that was revoked.
 * @cssproperty [--htsd-danger-soft=#fdf0ee] - Ground of errors.
 * @cssproperty [--htsd-warning=#7a4b00] - Warnings, and a title that has expired or does not hold yet.
 * @cssproperty [--htsd-warning-soft=#fdf5e4] - Ground of warnings.
 * @cssproperty [--htsd-focus=#0b57d0] - Focus ring.
 * @cssproperty [--htsd-radius=6px] - Corner radius.
 * @cssproperty [--htsd-font=inherit] - Font family.
 * @cssproperty [--htsd-font-size] - Font size; default the host's, at least 15 px.
 */
export class HtsdModelBadge extends LitElement {
  static override styles = [tokens, controls, art, look];

  static override properties = {
    recognition: {},
    size: { reflect: true },
    verifyHref: { attribute: 'verify-href' },
    theme: { reflect: true },
    value: { attribute: false },
    today: { attribute: false },
    ...Object.fromEntries(internals.map((name) => [name, { state: true }])),
  };

  /** Id of the recognition to show; read from the back end. */
  recognition: string | undefined;
  /** `small`: picture and one line. Default `full`. */
  size: 'small' | 'full' = 'full';
  /**
   * Page that checks a badge; the id is appended as its hash. Default: `verify-href` of the provider around it, or else
   * `verify.html` beside the script. Empty: no link and no QR code.
   */
  verifyHref: string | undefined;
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;
  /** The title itself, where the host has it: no back end is asked. */
  value: PublicRecognition | undefined;
  /** Day on which validity is judged, `2026-12-31`; default today in Viet Nam. */
  today: string | undefined;

  /** @internal */ phase: BadgePhase = 'empty';
  /** @internal */ found: PublicRecognition | undefined;
  /** @internal */ qr: QrView | undefined;
  /** @internal The badge could not be downloaded. */ unsaved = false;
  /** @internal */ readonly l = new LanguageController(this, badgeTexts);

  #client: Client | undefined;
  /** Made only when a back end is needed: a page that gives values fetches none. */
  #finder: ClientController | undefined;
  #reading: AbortController | undefined;
  #stay: (() => void) | undefined;
  /** Of which link the QR code is. */
  #qrOf: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#online);
    this.#stay = whenBack(this.#back);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#online);
    this.#stay?.();
    this.#reading?.abort();
  }

  readonly #online = (): void => {
    if (this.phase === 'offline') void this.retry();
  };

  /** The title may have been revoked meanwhile, and today is another day. */
  readonly #back = (): void => {
    this.requestUpdate();
    if (this.#client && this.phase === 'shown') void this.#read(this.#client, true);
  };

  /** Reads the title again, after a failure. */
  async retry(): Promise<void> {
    if (this.value || !this.recognition) return;
    this.phase = 'loading';
    await (this.#client ? this.#read(this.#client) : this.#finder?.find());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('recognition') || changed.has('value')) this.#aim();
  }

  /** Something else is to be shown. */
  #aim(): void {
    this.#reading?.abort();
    this.found = this.value;
    this.phase = this.value ? 'shown' : this.recognition ? 'loading' : 'empty';
    if (this.phase !== 'loading') return;
    if (this.#client) void this.#read(this.#client);
    else if (this.#finder) void this.#finder.find();
    else {
      this.#finder = new ClientController(
        this,
        (client) => this.#use(client),
        (error) => this.#fail(error),
      );
    }
  }

  /** Called again whenever the badge comes into the page: what its leaving had stopped is read anew. */
  #use(client: Client): void {
    const same = this.#client === client;
    this.#client = client;
    if (!same || this.phase === 'loading') void this.#read(client);
  }

  /** `again`: what is shown stays until the answer is there, and where none can be had. */
  async #read(client: Client, again = false): Promise<void> {
    this.#reading?.abort();
    const id = this.recognition;
    if (this.value || !id) return;
    const { signal } = (this.#reading = new AbortController());
    if (!again) this.phase = 'loading';
    try {
      const { items } = await client.query('recognition.get', { id }, { signal });
      if (signal.aborted) return;
      this.found = items[0];
      this.phase = this.found ? 'shown' : 'not-found';
    } catch (error) {
      if (signal.aborted || isAbort(error) || (again && toProblem(error).code !== 'not-found')) return;
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const { code } = toProblem(error);
    if (code === 'not-found' || code === 'offline') this.phase = code;
    // An id that cannot be one names nothing.
    else if (code === 'invalid') this.phase = 'not-found';
    else if (code === 'forbidden' || code === 'unauthenticated') this.phase = 'forbidden';
    else this.phase = 'error';
    this.dispatchEvent(new HtsdErrorEvent(error));
  }

  /** Address of the page that checks what is shown. */
  get #link(): string | undefined {
    const page = this.verifyHref ?? verifyPageOf(this);
    return this.found && verifyLink(page, this.found.id, this.ownerDocument.baseURI);
  }

  protected override updated(): void {
    const link = this.size === 'small' ? undefined : this.#link;
    if (link === this.#qrOf) return;
    this.#qrOf = link;
    this.qr = undefined;
    if (link) void this.#drawQr(link);
  }

  async #drawQr(link: string): Promise<void> {
    try {
      const { qrViewOf } = await import('./qr-view.js');
      if (this.#qrOf === link) this.qr = qrViewOf(link, this);
    } catch (error) {
      // The link beside it leads to the same page.
      this.dispatchEvent(new HtsdErrorEvent(error));
    }
  }

  readonly #verify = (event: Event): void => {
    const { found } = this;
    const link = this.#link;
    if (found && link && !this.dispatchEvent(new HtsdVerifyEvent(found.id, link))) event.preventDefault();
  };

  readonly #download = async (kind: 'png' | 'svg'): Promise<void> => {
    const { found, l } = this;
    if (!found) return;
    this.unsaved = false;
    try {
      const { saveBadge } = await import('./download.js');
      await saveBadge(found, kind, l, this.#link);
    } catch (error) {
      this.unsaved = true;
      this.dispatchEvent(new HtsdErrorEvent(error));
    }
  };

  readonly #retry = (): void => void this.retry();

  #view(): BadgeView | undefined {
    const { found, l, qr } = this;
    if (!found || this.phase !== 'shown') return undefined;
    const today = this.today ?? dateInVietnam((this.#client?.now() ?? new Date()).toISOString());
    return {
      value: found,
      today,
      l,
      qr,
      link: this.#link,
      verify: this.#verify,
      download: (kind) => void this.#download(kind),
      unsaved: this.unsaved,
    };
  }

  override render(): TemplateResult {
    const view = this.#view();
    const small = this.size === 'small';
    return html`<div
      class="htsd ${small ? 'small' : 'full'}"
      part="badge"
      lang=${this.l.lang}
      aria-busy=${this.phase === 'loading' ? 'true' : 'false'}
    >
      ${
        view
          ? small
            ? smallView(view)
            : fullView(view, html`<slot name="actions"></slot>`)
          : stateView(this.phase, small, this.l, this.recognition ? this.#retry : nothing)
      }
    </div>`;
  }
}
