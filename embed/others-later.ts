import type { Backend } from '../src/backend/port.js';

// Stands in the place of the files that it names where bytes are few: most pages work on neither.

/** As `createHttpBackend` of `http-backend`. Errors: its own, and offline. */
export const createHttpBackend = async (options: Readonly<Record<string, string>>): Promise<Backend> =>
  (await import('./http-backend.js')).createHttpBackend(options);

/** As `createMemoryBackend` of `load-memory`. Errors: offline. */
export const createMemoryBackend = async (options: Readonly<Record<string, string>>): Promise<Backend> =>
  (await import('./load-memory.js')).createMemoryBackend(options);
