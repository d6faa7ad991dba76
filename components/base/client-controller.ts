import type { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { Client } from '../../src/client/client.types.js';
import { clientContext, getDefaultClient } from './client-context.js';
import { providerOf } from './provider-of.js';

/**
 * Finds the client for an element: the enclosing provider's, else the page's default one. Calls back with
 * each client it gets, and with the error where there is none to be had.
 */
export class ClientController implements ReactiveController {
  #host: ReactiveElement;
  #use: (client: Client) => void;
  #fail: (error: unknown) => void;
  #consumer: ContextConsumer<typeof clientContext, ReactiveElement> | undefined;

  constructor(host: ReactiveElement, use: (client: Client) => void, fail: (error: unknown) => void) {
    this.#host = host;
    this.#use = use;
    this.#fail = fail;
    host.addController(this);
  }

  hostConnected(): void {
    void this.find();
  }

  /** Looks again, e.g. for a person who pressed "try again". */
  async find(): Promise<void> {
    if (providerOf(this.#host)) {
      // A request sent before the provider is upgraded would be heard by nobody.
      await customElements.whenDefined('htsd-provider');
      const { ContextConsumer } = await import('@lit/context');
      if (!this.#host.isConnected) return;
      this.#consumer ??= new ContextConsumer(this.#host, {
        context: clientContext,
        subscribe: true,
        callback: (client) => client && this.#use(client),
      });
      return;
    }
    try {
      const client = await getDefaultClient();
      if (!client) throw new Error('No default client on this page');
      if (this.#host.isConnected) this.#use(client);
    } catch (error) {
      this.#fail(error);
    }
  }
}
