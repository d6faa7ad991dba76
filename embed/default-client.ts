import type { Backend } from '../src/backend/port.js';
import type { Client } from '../src/client/client.types.js';
import { setClientMaker } from '../components/base/adapter-registry.js';
import { setDefaultClient } from '../components/base/client-context.js';
import { createLocalBackend, loadLocal } from './adapters.js';

const loadClient = () => import('../src/client/client.js');

async function createClientFor(backend: Backend): Promise<Client> {
  const { createClient } = await loadClient();
  return createClient(backend);
}

/**
 * Says what a component works on that stands in no provider: the local adapter with our criteria sets. Also
 * gives providers the way from a back end to a client. Nothing is fetched before somebody asks.
 */
export function installDefaultClient(): void {
  setClientMaker(createClientFor);
  setDefaultClient(async () => {
    const [{ createClient }, backend] = await Promise.all([loadClient(), createLocalBackend({})]);
    return createClient(backend);
  });
}

/** Fetches everything the default client is made of, all at once, beside the component instead of after it. */
export function warmDefaultClient(): void {
  // Failures are reported by the component that asks for the client, with a way to retry.
  Promise.all([loadClient(), loadLocal()]).catch(() => undefined);
}
