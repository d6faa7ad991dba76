import type { Backend } from '../src/backend/port.js';
import { registerAdapter } from '../components/base/adapter-registry.js';

type Options = Readonly<Record<string, string>>;

const loadPresets = () => import('../src/presets/catalog.js');

/** Fetches the local adapter and our criteria sets side by side. */
export const loadLocal = () => Promise.all([import('../src/backend/local/local-adapter.js'), loadPresets()]);

/** A back end in this browser's IndexedDB. Options: `name` of the store, `tenant`. */
export async function createLocalBackend({ name, tenant }: Options): Promise<Backend> {
  const [{ createLocalAdapter }, { presets }] = await loadLocal();
  return createLocalAdapter({ ...(name && { name }), ...(tenant && { tenant }), catalog: presets });
}

/** A back end that forgets everything with the page: for demonstrations and training. Option: `tenant`. */
const createMemoryBackend = async (options: Options): Promise<Backend> =>
  (await import('./load-memory.js')).createMemoryBackend(options);

/**
 * A back end over HTTP. Options: `base-url`; `token-src`, an address of the host that gives tokens of who is signed in;
 * `mapping-src`, an address of the table of a back end that does not speak as our server; `province`, that visitors read in.
 */
const createHttpBackend = async (options: Options): Promise<Backend> =>
  (await import('./http-backend.js')).createHttpBackend(options);

/** Makes the back ends that come with the library known to `<htsd-provider adapter="…">`. */
export function installAdapters(): void {
  registerAdapter('local', createLocalBackend);
  registerAdapter('memory', createMemoryBackend);
  registerAdapter('http', createHttpBackend);
}
