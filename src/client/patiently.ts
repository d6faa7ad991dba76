import { throwIfAborted } from '../backend/abort.js';
import { isHtsdError } from '../backend/errors.js';

/** How often a question is put again that came too soon after many others. */
const attempts = 5;

/**
 * Asks, and where a server says that it was asked too often, as it is by work about hundreds, asks again when it says.
 * Errors: those of `ask`; AbortError.
 */
export async function patiently<T>(ask: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let left = attempts; ; left -= 1) {
    try {
      return await ask();
    } catch (error) {
      if (left === 0 || !isHtsdError(error) || error.code !== 'rate-limited') throw error;
      const seconds = Number(error.params['seconds']) || 1;
      await new Promise<void>((done) => {
        const end = (): void => {
          clearTimeout(timer);
          signal.removeEventListener('abort', end);
          done();
        };
        const timer = setTimeout(end, seconds * 1_000);
        signal.addEventListener('abort', end);
      });
      throwIfAborted(signal);
    }
  }
}
