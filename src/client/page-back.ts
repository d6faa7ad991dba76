import type { Client } from './client.types.js';

/** Milliseconds away after which what is shown counts as old. */
const long = 60_000;

/**
 * Calls `back` when a person looks at the page again after a while: where the back end tells nothing of what others did
 * meanwhile, it is read then. Answers the function that ends it.
 */
export function onPageBack({ capabilities, now }: Client, back: () => void): () => void {
  if (capabilities.push || typeof document === 'undefined') return () => undefined;
  let left: number | undefined;
  const turned = (): void => {
    const at = now().getTime();
    if (document.visibilityState === 'hidden') left ??= at;
    else {
      if (left !== undefined && at - left >= long) back();
      left = undefined;
    }
  };
  document.addEventListener('visibilitychange', turned);
  return () => document.removeEventListener('visibilitychange', turned);
}
