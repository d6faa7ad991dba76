import { registerAdapter, setClientMaker } from '../components/base/adapter-registry.js';
import { createLocalBackend } from './local-backend.js';
import { loadClient } from './default-client.js';

/**
 * Makes the back ends that come with the library known to `<htsd-provider adapter="…">`, and the way from a back end to a
 * client: what a file needs that has the provider in it.
 */
export function installAdapters(): void {
  setClientMaker(async (backend) => (await loadClient()).createClient(backend));
  registerAdapter('local', createLocalBackend);
  // In one file: most pages work on none of them.
  for (const name of ['memory', 'http', 'moodle'] as const)
    registerAdapter(name, async (options) => (await import('./page-client.js')).others[name](options));
}
