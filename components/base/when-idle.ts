const idle = globalThis.requestIdleCallback as typeof requestIdleCallback | undefined;

/** Runs it when the browser has nothing better to do, at the latest after `patience` milliseconds. */
export function whenIdle(run: () => void, patience = 300): void {
  // Safari has no such call.
  if (idle) idle(run, { timeout: patience });
  else setTimeout(run, patience);
}
