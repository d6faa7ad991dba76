import { setDefaultClient } from '../components/base/client-context.js';
import { createLocalBackend, loadLocal } from './local-backend.js';

export const loadClient = () => import('../src/client/client.js');

/**
 * Says what a component works on that stands in no provider: the local adapter with our criteria sets. Nothing is fetched
 * before somebody asks.
 */
export function installDefaultClient(): void {
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
