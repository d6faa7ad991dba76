import { throwIfAborted } from '../backend/abort.js';

/** Questions that are under way at a time: enough to hide the way to a server, few enough not to be refused by it. */
const atOnce = 6;

/** Does the work for each, some at a time, in the order given; ends with the first that fails. Errors: those of `work`; AbortError. */
export async function someAtOnce<T>(
  all: Iterable<T>,
  signal: AbortSignal,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const left = all[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    // Shared by all workers: each takes the next one.
    for (let next = left.next(); !next.done; next = left.next()) {
      throwIfAborted(signal);
      await work(next.value);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
