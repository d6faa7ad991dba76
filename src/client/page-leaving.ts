/**
 * Calls `leave` whenever this may be the last moment in which the page runs: hidden, frozen or left.
 * Answers the function that ends it. Does nothing where there is no page.
 */
export function onPageLeaving({ leave, online }: { leave: () => void; online: () => void }): () => void {
  if (typeof document === 'undefined') return () => undefined;
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') leave();
  };
  document.addEventListener('visibilitychange', hidden);
  document.addEventListener('freeze', leave);
  addEventListener('pagehide', leave);
  addEventListener('online', online);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    document.removeEventListener('freeze', leave);
    removeEventListener('pagehide', leave);
    removeEventListener('online', online);
  };
}
