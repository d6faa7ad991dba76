/** Milliseconds of work between two breaths: with drawing it stays within a frame. */
const budget = 8;

/**
 * Runs work in slices that let the page draw and take what a person does; each step must itself be short. Answers what
 * the work returns; rejects with an `AbortError` once the signal says so. `progress` hears what was last yielded, once a
 * slice.
 */
export async function inSlices<Y, T>(
  work: Generator<Y, T, undefined>,
  { signal, progress }: { signal?: AbortSignal | undefined; progress?: ((done: Y) => void) | undefined } = {},
): Promise<T> {
  let end = performance.now() + budget;
  for (;;) {
    if (signal?.aborted) throw new DOMException('Cancelled', 'AbortError');
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    progress?.(step.value);
    await breathe();
    end = performance.now() + budget;
  }
}

/** Resolves in a task of its own; `setTimeout` would wait 4 ms each time. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
