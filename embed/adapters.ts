import type { Backend } from '../src/backend/port.js';
import { registerAdapter, setClientMaker } from '../components/base/adapter-registry.js';
import { createLocalBackend } from './local-backend.js';
import { loadClient } from './default-client.js';

type Options = Readonly<Record<string, string>>;

/** A back end that forgets everything with the page: for demonstrations and training. Option: `tenant`. */
const createMemoryBackend = async (options: Options): Promise<Backend> =>
  (await import('./load-memory.js')).createMemoryBackend(options);

/**
 * A back end over HTTP. Options: `base-url`; `token-src`, an address of the host that gives tokens of who is signed in;
 * `mapping-src`, an address of the table of a back end that does not speak as our server; `province`, that visitors read in.
 */
const createHttpBackend = async (options: Options): Promise<Backend> =>
  (await import('./server-client.js')).createHttpBackend(options);

/**
 * Makes the back ends that come with the library known to `<htsd-provider adapter="…">`, and the way from a back end to a
 * client: what a file needs that has the provider in it.
 */
export function installAdapters(): void {
  setClientMaker(async (backend) => (await loadClient()).createClient(backend));
  registerAdapter('local', createLocalBackend);
  registerAdapter('memory', createMemoryBackend);
  registerAdapter('http', createHttpBackend);
}
