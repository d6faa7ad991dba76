/** Milliseconds away after which what only others change counts as old. */
const long = 300_000;

/**
 * Calls `back` when the page is looked at again that was hidden for some minutes: figures of a page that was left open, or
 * that the browser brought back, are those of then. Answers the function that ends it. Does nothing where there is no page.
 */
export function whenBack(back: () => void): () => void {
  const page = globalThis.document;
  let left = Infinity;
  const turned = (): void => {
    if (page.hidden) left = Date.now();
    else if (Date.now() - left >= long) back();
  };
  page?.addEventListener('visibilitychange', turned);
  return () => page?.removeEventListener('visibilitychange', turned);
}
