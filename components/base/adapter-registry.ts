import type { Backend } from '../../src/backend/port.js';
import type { Client } from '../../src/client/client.types.js';

/** Makes a back end from the attributes of an `htsd-provider`, by name without the element's own ones. */
export type AdapterFactory = (options: Readonly<Record<string, string>>) => Promise<Backend>;
/** Makes a client for a back end. Given by the composition root, so that components stay free of adapters. */
export type ClientMaker = (backend: Backend) => Promise<Client>;

const adapters = new Map<string, AdapterFactory>();
let maker: ClientMaker | undefined;

/** Offers a back end to `<htsd-provider adapter="name">`. */
export function registerAdapter(name: string, factory: AdapterFactory): void {
  adapters.set(name, factory);
}

/** The factory of that name, or undefined. */
export function findAdapter(name: string): AdapterFactory | undefined {
  return adapters.get(name);
}

/** Says how providers turn a back end into a client. */
export function setClientMaker(make: ClientMaker): void {
  maker = make;
}

/** Turns a back end into a client; rejects where no composition root is on the page. */
export async function makeClient(backend: Backend): Promise<Client> {
  if (!maker) throw new Error('No client maker on this page');
  return maker(backend);
}
