import { adoptStyles, html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import { outboxOf, type Outbox, type OutboxItem } from '../../src/client/outbox/outbox.types.js';
import { toProblem } from '../../src/client/problem.js';
import { ClientController } from '../base/client-controller.js';
import { controls } from '../base/controls.styles.js';
import { HtsdErrorEvent } from '../base/error-event.js';
import { FocusNext } from '../base/focus-next.js';
import { LanguageController } from '../base/language.js';
import { tokens } from '../base/tokens.styles.js';
import { insteadView, lineState, lineView, lineWords } from './line-view.js';
import type { SyncList } from './parts/sync-list.js';
import type { SyncDialog, SyncHost } from './sync-host.js';
import { HtsdDiscardEvent, HtsdOpenRecordEvent } from './sync-status.events.js';
import { look } from './sync-status.styles.js';
import { syncTexts } from './texts.js';

/**
 * @summary How what a person wrote stands with the place that it goes to: all sent, so many waiting, something that needs him.
 *
 * One line that opens to a list: what waits, about whom, since when and why; sent again, deleted, carried to another device
 * as a file. A conflict shows both sides and what stood there before, criterion by criterion. Where the back end is this
 * device itself, it says that nothing needs to be sent.
 *
 * @event htsd-open-record - The person wants to see the record that something waits for; the page leads there.
 * @event htsd-discard - The person has confirmed to delete what was not sent; cancelable.
 * @event htsd-error - Something failed; the person already reads a sentence about it.
 * @csspart base - Everything.
 * @csspart line - The line that opens the list.
 * @csspart panel - What opens below it.
 * @csspart item - One thing in the list.
 * @csspart dialog - Deleting; the two sides of a conflict.
 * @cssproperty [--htsd-accent=#0a6650] - Accent of buttons and links.
 * @cssproperty [--htsd-accent-ink=#ffffff] - Ink on the accent.
 * @cssproperty [--htsd-accent-soft=#e6f2ee] - Soft ground of the accent.
 * @cssproperty [--htsd-ink=#17231f] - Text.
 * @cssproperty [--htsd-ink-muted=#52615b] - Quiet text.
 * @cssproperty [--htsd-line=#d3dcd8] - Thin lines.
 * @cssproperty [--htsd-line-strong=#7d8c86] - Borders of controls.
 * @cssproperty [--htsd-surface=#ffffff] - Ground of controls.
 * @cssproperty [--htsd-surface-soft=#f4f7f6] - Ground of groups.
 * @cssproperty [--htsd-danger=#a8261c] - What needs the person.
 * @cssproperty [--htsd-danger-soft=#fdf0ee] - Ground of errors.
 * @cssproperty [--htsd-warning=#7a4b00] - No network, and what has to be known.
 * @cssproperty [--htsd-warning-soft=#fdf5e4] - Ground of warnings.
 * @cssproperty [--htsd-focus=#0b57d0] - Focus ring.
 * @cssproperty [--htsd-radius=6px] - Corner radius.
 * @cssproperty [--htsd-font=inherit] - Font family.
 * @cssproperty [--htsd-font-size] - Font size; default the host's, at least 15 px.
 */
export class HtsdSyncStatus extends LitElement {
  static override styles = [tokens, controls, look];

  static override properties = {
    open: { type: Boolean, reflect: true },
    theme: { reflect: true },
  };

  /** The list is shown. */
  open = false;
  /** `light`, `dark`; default follows the host's `color-scheme`. */
  theme: 'light' | 'dark' | undefined;

  /** @internal */ readonly l = new LanguageController(this, syncTexts);

  readonly #focus = new FocusNext(this);
  #client: Client | undefined;
  #outbox: Outbox | undefined;
  #phase: 'loading' | 'none' | 'forbidden' | 'error' | 'shown' = 'loading';
  #error: unknown;
  #end: (() => void) | undefined;
  #list: SyncList | undefined;
  #dialog: SyncDialog | undefined;
  #said = '';
  /** The list could not be fetched. */
  #trouble = false;
  readonly #finder = new ClientController(
    this,
    (client) => this.#use(client),
    (error) => this.#fail(error),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#changed);
    addEventListener('offline', this.#changed);
    if (this.#client) this.#use(this.#client);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#changed);
    removeEventListener('offline', this.#changed);
    this.#end?.();
    this.#end = undefined;
    this.renderRoot.querySelector('dialog')?.close();
  }

  /** Looks again, e.g. after a failure or when somebody has signed in. */
  async retry(): Promise<void> {
    this.#phase = 'loading';
    this.requestUpdate();
    if (this.#client) await this.#ask(this.#client);
    else await this.#finder.find();
  }

  readonly #changed = (): void => this.requestUpdate();

  #use(client: Client): void {
    this.#end?.();
    this.#client = client;
    this.#outbox = outboxOf(client.backend);
    this.#list = undefined;
    this.#end = this.#outbox?.subscribe(this.#heard);
    void this.#ask(client);
  }

  async #ask(client: Client): Promise<void> {
    try {
      if (this.#outbox) {
        const { actor } = await client.session();
        this.#phase = actor ? 'shown' : 'forbidden';
      } else this.#phase = 'none';
      this.requestUpdate();
      if (this.open) await this.#openList();
    } catch (error) {
      if (toProblem(error).code === 'unauthenticated') this.#phase = 'forbidden';
      else return this.#fail(error);
      this.requestUpdate();
    }
  }

  readonly #heard = (): void => {
    // Whoever signs in elsewhere on the page is somebody now.
    if (this.#phase !== 'shown' && this.#outbox!.getState().waiting > 0) this.#phase = 'shown';
    void this.#list?.read();
    this.requestUpdate();
  };

  #fail(error: unknown): void {
    this.#phase = 'error';
    this.#error = error;
    this.requestUpdate();
    this.#report(error);
  }

  readonly #report = (error: unknown): void => void this.dispatchEvent(new HtsdErrorEvent(error));

  readonly #toggle = (): void => {
    this.open = !this.open;
    if (this.open) void this.#openList();
  };

  async #openList(): Promise<void> {
    this.#trouble = false;
    try {
      const { SyncList } = await import('./parts/sync-list.js');
      this.#list ??= new SyncList(this.#host(this.#outbox!));
      await this.#list.read();
    } catch (error) {
      this.#trouble = true;
      this.#report(error);
    }
    this.requestUpdate();
  }

  #host(outbox: Outbox): SyncHost {
    return {
      l: this.l,
      outbox,
      changed: this.#changed,
      show: (dialog) => this.#show(dialog),
      close: () => this.renderRoot.querySelector('dialog')?.close(),
      focus: (target) => this.#focus.to(target),
      say: (words) => {
        this.#said = words;
        this.requestUpdate();
      },
      open: ({ record, kind }) => void this.dispatchEvent(new HtsdOpenRecordEvent(record, kind)),
      mayDiscard: ({ record, kind, resting }: OutboxItem) =>
        this.dispatchEvent(new HtsdDiscardEvent(record, kind, resting)),
      report: this.#report,
      root: () => this.renderRoot,
      style: (styles) => adoptStyles(this.renderRoot as ShadowRoot, [...HtsdSyncStatus.styles, ...styles]),
    };
  }

  #show(dialog: SyncDialog): void {
    const first = this.#dialog !== dialog;
    this.#dialog = dialog;
    this.requestUpdate();
    const element = this.renderRoot.querySelector('dialog');
    if (element && !element.open) element.showModal();
    if (first) this.#focus.to('#dialog-title');
  }

  readonly #closed = (): void => {
    this.#dialog = undefined;
    this.requestUpdate();
  };

  protected override updated(): void {
    if (this.open && this.#phase === 'shown' && !this.#list && !this.#trouble && this.#outbox)
      void this.#openList();
  }

  override render(): TemplateResult {
    const { l, open } = this;
    const view = this.#outbox?.getState();
    const shown = this.#phase === 'shown' && view;
    const state = view && lineState(view, navigator.onLine);
    return html`<div class="htsd" part="base" lang=${l.lang}>
      ${
        shown
          ? lineView(view, state!, l, open, this.#toggle)
          : insteadView(
              this.#phase as 'loading',
              l,
              l.has('error.server') ? l.t(`error.${toProblem(this.#error).code}`) : '',
              () => void this.retry(),
            )
      }
      <p class="visually-hidden" role="status" aria-live="polite">
        ${this.#said || (shown ? lineWords(view, state!, l) : '')}
      </p>
      <div id="panel" part="panel" ?hidden=${!open || !shown}>
        ${
          this.#trouble
            ? html`<p class="notice bad" role="alert">${l.t('sync.trouble')}</p>`
            : open && shown
              ? (this.#list?.render() ?? html`<p class="hint">${l.t('sync.loading')}</p>`)
              : nothing
        }
      </div>
      <dialog part="dialog" aria-labelledby="dialog-title" @close=${this.#closed}>
        ${this.#dialog?.render() ?? nothing}
      </dialog>
    </div>`;
  }
}
