/** One tab of this browser at a time; where the browser has no locks, each for itself. Errors: those of the work, and an abort while it waits. */
export async function alone(name: string, signal: AbortSignal, work: () => Promise<unknown>): Promise<void> {
  const { locks } = (globalThis.navigator ?? {}) as { locks?: LockManager };
  if (locks) await locks.request(name, { signal }, work);
  else await work();
}
