import { HtsdError } from '../backend/errors.js';

/**
 * Runs a call that gets an AbortSignal and must answer within `ms` milliseconds.
 * Rejects with `timeout`, or with an AbortError as soon as the caller's own signal fires, even where the call
 * itself ignores its signal.
 */
export function withDeadline<T>(
  ms: number,
  outer: AbortSignal | undefined,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const inner = new AbortController();
    const stop = (reason: unknown): void => {
      reject(reason);
      inner.abort();
    };
    const onAbort = (): void => stop(new DOMException('Aborted', 'AbortError'));
    if (outer?.aborted) return onAbort();
    const timer = setTimeout(
      () => stop(new HtsdError('timeout', { params: { seconds: Math.round(ms / 1000) } })),
      ms,
    );
    outer?.addEventListener('abort', onAbort, { once: true });
    // The call may throw before it gives a promise.
    new Promise<T>((start) => start(call(inner.signal))).then(resolve, reject).finally(() => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onAbort);
    });
  });
}
