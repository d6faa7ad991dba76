import type { Client } from './client.types.js';
import { onPageLeaving } from './page-leaving.js';

/** Milliseconds without a change after which what is shown is read again. */
const settle = 600;

/**
 * Calls `changed` when records of these types were changed by another tab, device or person, once the changes pause; and
 * when the person is back after a while: not every back end tells what others did. Answers the function that ends it.
 */
export function followChanges(client: Client, types: ReadonlySet<string>, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, settle);
  };
  const unwatch = client.backend.subscribe?.(({ type }) => types.has(type) && later());
  const stay = onPageLeaving({ leave: () => undefined, online: () => undefined, back: changed });
  return () => {
    clearTimeout(timer);
    unwatch?.();
    stay();
  };
}
