export interface SliceOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds of work between two breaths. Default 6: with drawing it stays well within a frame. */
  budget?: number;
}

/** Resolves in a task of its own, after the browser could draw and take what a person typed. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/** Resolves once what was changed by now is on the screen. */
export async function painted(): Promise<void> {
  await new Promise(requestAnimationFrame);
  await breathe();
}

/**
 * Runs long work in slices that no frame notices; each step of the generator must itself be short. Answers what the
 * generator returns; rejects with an `AbortError` once the signal says so.
 */
export async function inSlices<T>(
  work: Generator<unknown, T, undefined>,
  { signal, budget = 6 }: SliceOptions = {},
): Promise<T> {
  let end = performance.now() + budget;
  for (;;) {
    if (signal?.aborted) throw new DOMException('Another question came', 'AbortError');
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await breathe();
    end = performance.now() + budget;
  }
}
