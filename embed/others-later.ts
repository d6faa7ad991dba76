type Http = typeof import('./http-backend.js').createHttpBackend;
type Memory = typeof import('./load-memory.js').createMemoryBackend;

// Stands in the place of the files that it names where bytes are few: most pages work on neither.

/** As `createHttpBackend` of `http-backend`. Errors: its own, and offline. */
export const createHttpBackend: Http = async (...all) =>
  (await import('./http-backend.js')).createHttpBackend(...all);

/** As `createMemoryBackend` of `load-memory`. Errors: offline. */
export const createMemoryBackend: Memory = async (...all) =>
  (await import('./load-memory.js')).createMemoryBackend(...all);
