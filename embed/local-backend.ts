import type { Backend } from '../src/backend/port.js';

type Options = Readonly<Record<string, string>>;

const loadPresets = () => import('../src/presets/catalog.js');

/** Fetches the local adapter and our criteria sets side by side. */
export const loadLocal = () => Promise.all([import('../src/backend/local/local-adapter.js'), loadPresets()]);

/** A back end in this browser's IndexedDB. Options: `name` of the store, `tenant`. */
export async function createLocalBackend({ name, tenant }: Options): Promise<Backend> {
  const [{ createLocalAdapter }, { presets }] = await loadLocal();
  return createLocalAdapter({ ...(name && { name }), ...(tenant && { tenant }), catalog: presets });
}
