/**
 * Starts the offline worker where the page's script tag asks for it: `data-service-worker` holds the address of
 * the worker's file. A module script cannot ask for its own tag, so the tag is known by its address.
 */
export function startOffline(scriptUrl: string): void {
  for (const script of document.querySelectorAll<HTMLScriptElement>('script[data-service-worker]')) {
    const worker = script.dataset['serviceWorker'];
    if (script.src !== scriptUrl || !worker) continue;
    import('./start-worker.js')
      .then(({ startWorker }) => startWorker(worker))
      .catch((error: unknown) => console.warn('[htsd] No offline worker.', error));
  }
}
