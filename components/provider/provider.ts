import { ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import type { Backend } from '../../src/backend/port.js';
import type { Client } from '../../src/client/client.types.js';
import { findAdapter, makeClient } from '../base/adapter-registry.js';
import { clientContext } from '../base/client-context.js';
import { HtsdErrorEvent } from '../base/error-event.js';

const ownAttributes = new Set([
  'adapter',
  'service-worker',
  'verify-href',
  'id',
  'class',
  'style',
  'slot',
  'lang',
  'dir',
  'hidden',
]);

/** A back end over a network gets a queue before it, which is fetched then. */
async function queued(backend: Backend): Promise<Backend> {
  if (!backend.capabilities.remote) return backend;
  return (await import('../../src/client/outbox/queued.js')).queued(backend);
}

/**
 * @summary Gives the components inside it their back end and session.
 *
 * Without it a component works on the page's default back end. Every other attribute of the tag is handed
 * to the adapter as an option (`tenant`, `name` …).
 *
 * @slot - The components that share this back end.
 * @event htsd-error - The back end could not be started; `error` says why.
 */
export class HtsdProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents !important;
    }
  `;

  static override properties = {
    adapter: {},
    serviceWorker: { attribute: 'service-worker' },
    verifyHref: { attribute: 'verify-href', reflect: true },
    backend: { attribute: false },
    client: { attribute: false },
  };

  /** Name of a registered adapter. */
  adapter = 'local';

  /** Address of the service worker that keeps this site's pages usable offline; none is registered without it. */
  serviceWorker: string | null = null;

  /** Page that checks the badges inside; its back end has to be this one. A badge may name another. */
  verifyHref: string | null = null;

  /** A back end made by the host's own code; comes before `adapter`. */
  backend: Backend | undefined;

  /** A ready client; comes before `backend`. Its owner disposes of it. */
  client: Client | undefined;

  #context = new ContextProvider(this, { context: clientContext });
  #own: Promise<Client> | undefined;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') || changed.has('backend') || changed.has('adapter')) void this.#start();
    if (changed.has('serviceWorker') && this.serviceWorker) void this.#offline(this.serviceWorker);
  }

  async #start(): Promise<void> {
    const previous = this.#own;
    this.#own = undefined;
    void previous?.then((client) => client.dispose()).catch((error: unknown) => this.#report(error));
    if (this.client) {
      this.#context.setValue(this.client);
      return;
    }
    const own = this.#make();
    this.#own = own;
    try {
      const client = await own;
      if (this.#own === own) this.#context.setValue(client);
    } catch (error) {
      if (this.#own === own) this.#report(error);
    }
  }

  async #make(): Promise<Client> {
    if (this.backend) return makeClient(await queued(this.backend));
    const factory = findAdapter(this.adapter);
    if (!factory) throw new Error(`Unknown adapter "${this.adapter}"`);
    const options: Record<string, string> = {};
    for (const { name, value } of this.attributes) if (!ownAttributes.has(name)) options[name] = value;
    return makeClient(await queued(await factory(options)));
  }

  async #offline(url: string): Promise<void> {
    const [{ registerOffline }, { announceUpdates }] = await Promise.all([
      import('../../src/client/offline.js'),
      import('../base/update-notice.js'),
    ]);
    announceUpdates();
    await registerOffline(url);
  }

  #report(error: unknown): void {
    this.dispatchEvent(new HtsdErrorEvent(error));
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
