/** Milliseconds away after which what is shown counts as old. */
const long = 60_000;

interface Turns {
  leave: () => void;
  online: () => void;
  /** The page is looked at again, after a while: others may have done something meanwhile. */
  back?: () => unknown;
}

/**
 * Calls `leave` whenever this may be the last moment in which the page runs: hidden, frozen or left.
 * Answers the function that ends it. Does nothing where there is no page.
 */
export function onPageLeaving({ leave, online, back }: Turns): () => void {
  if (typeof document === 'undefined') return () => undefined;
  let left = Infinity;
  const turned = (): void => {
    if (document.visibilityState === 'hidden') {
      left = Date.now();
      leave();
    } else if (Date.now() - left >= long) back?.();
  };
  document.addEventListener('visibilitychange', turned);
  document.addEventListener('freeze', leave);
  addEventListener('pagehide', leave);
  addEventListener('online', online);
  return () => {
    document.removeEventListener('visibilitychange', turned);
    document.removeEventListener('freeze', leave);
    removeEventListener('pagehide', leave);
    removeEventListener('online', online);
  };
}
