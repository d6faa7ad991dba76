import type { Backend } from '../src/backend/port.js';

/** A back end that forgets everything with the page, from the attributes of a provider. */
export async function createMemoryBackend({ tenant }: Readonly<Record<string, string>>): Promise<Backend> {
  // Apart from this file, or the loader would have to name every file that comes with the adapter.
  const [{ createMemoryAdapter }, { presets }] = await Promise.all([
    import('../src/backend/memory/memory-adapter.js'),
    import('../src/presets/catalog.js'),
  ]);
  return createMemoryAdapter({ ...(tenant && { tenant }), catalog: presets });
}
