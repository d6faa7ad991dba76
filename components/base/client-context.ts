import type { Context } from '@lit/context';
import type { Client } from '../../src/client/client.types.js';

/** The client that an enclosing `htsd-provider` offers. The key is shared by every copy of the library on the page. */
export const clientContext = Symbol.for('htsd-client') as unknown as Context<symbol, Client | undefined>;

type ClientFactory = () => Promise<Client>;
let factory: ClientFactory | undefined;
let pending: Promise<Client> | undefined;

/**
 * Says where components that stand in no provider get their client: once per page, by the composition root.
 * A later call counts only while nobody has asked yet, so that one page never works on two stores.
 */
export function setDefaultClient(create: ClientFactory): void {
  if (!pending) factory = create;
}

/** The page's default client, made on first use; undefined where no composition root is on the page. */
export function getDefaultClient(): Promise<Client> | undefined {
  if (!pending && factory) {
    pending = factory();
    // A failed start may be tried again: the next element that asks starts anew.
    pending.catch(() => {
      pending = undefined;
    });
  }
  return pending;
}
