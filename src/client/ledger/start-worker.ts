import type { CheckWorker } from './check-messages.js';

/** As much of Trusted Types as is used here; browsers without them take plain addresses. */
interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

/** The worker's file lies beside the library's scripts, whatever chunk this code came in. */
const file = import.meta.url.replace(/(chunks\/)?[^/]*$/, 'htsd-ledger-check.js');

let trusted: ((url: string) => unknown) | undefined;

/** Address of the worker in the form that the page's policy asks for: only this one is ever said to be good. */
function address(): string {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  if (!factory) return file;
  if (!trusted) {
    const policy = factory.createPolicy('htsd-ledger-check', { createScriptURL: () => file });
    trusted = (url) => policy.createScriptURL(url);
  }
  return trusted(file) as string;
}

/**
 * Starts the worker that checks ledgers. A plain script: browsers of 2021 know no module workers. Throws where the page
 * cannot have it: from another origin, or under a policy that names no such one.
 */
export function startCheckWorker(): CheckWorker | undefined {
  return typeof Worker === 'undefined' ? undefined : new Worker(address());
}
