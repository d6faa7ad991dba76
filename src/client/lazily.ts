import { HtsdError, isHtsdError } from '../backend/errors.js';

/** A part that is loaded when it is needed, once; where that fails with `offline`, the next one who needs it tries again. */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | undefined;
  return () =>
    (part ??= load().catch((error: unknown) => {
      part = undefined;
      throw isHtsdError(error) ? error : new HtsdError('offline', { cause: error });
    }));
}
