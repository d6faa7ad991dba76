import { setCacheNameDetails } from 'workbox-core';
import { precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { NetworkFirst } from 'workbox-strategies';
import type { OfflineMessage } from '../src/client/offline.js';
import { filesToKeep, forgottenScripts } from './service-worker-files.js';
import {
  assetsCache,
  deleteOldCaches,
  forgetPages,
  isKeptAsset,
  keepPage,
  onlyKeptPages,
  pagesCache,
} from './service-worker-pages.js';
import type { WorkerMessageEvent, WorkerScope } from './service-worker.types.js';

declare const self: WorkerScope;

/** Seconds that a slow network gets before the kept copy is shown. */
const patience = 4;
const drawn: ReadonlySet<string> = new Set(['style', 'script', 'image', 'font']);

const { origin } = self.location;
const base = new URL(self.HTSD_BASE ?? './', self.location.href);
const library = self.__WB_MANIFEST ?? { files: [], entries: {} };
const scripts = self.HTSD_SCRIPTS;

// Not Workbox's `cleanupOutdatedCaches`: a worker at the top of a site would delete what one further down keeps, whose
// address begins with its own.
setCacheNameDetails({ prefix: 'htsd' });
if (base.origin === origin) {
  const entries = filesToKeep(library, scripts).map((file) => {
    const { url, revision = null } = typeof file === 'string' ? { url: file } : file;
    return { url: new URL(url, base).href, revision };
  });
  // Portals append their own `?ver=`; the files of one build belong together whatever is appended.
  precacheAndRoute(entries, { ignoreURLParametersMatching: [/./], directoryIndex: '', cleanURLs: false });
}

registerRoute(
  ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
  new NetworkFirst({
    cacheName: pagesCache,
    networkTimeoutSeconds: patience,
    plugins: [onlyKeptPages],
    matchOptions: { ignoreVary: true },
  }),
);

const assets = new NetworkFirst({
  cacheName: assetsCache,
  networkTimeoutSeconds: patience,
  matchOptions: { ignoreVary: true },
});
registerRoute(
  ({ request, sameOrigin }) => sameOrigin && drawn.has(request.destination),
  async (options) =>
    (await isKeptAsset(options.request.url)) ? assets.handle(options) : fetch(options.request),
);

// Not by itself: pages that are open keep the files they were built with until the last of them is closed, or until a
// person who was told of a newer version takes it.
self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([deleteOldCaches(), self.clients.claim()]));
});

self.addEventListener('message', (event: WorkerMessageEvent) => {
  const message = event.data as OfflineMessage | { type: 'SKIP_WAITING' } | undefined;
  if (message?.type === 'htsd-keep') {
    for (const name of forgottenScripts(library, base, message.assets, scripts))
      console.warn(`[htsd] ${name}.js is not kept offline: name it in HTSD_SCRIPTS of the worker's file.`);
    event.waitUntil(
      keepPage(message.page, message.assets, origin)
        .catch(() => false)
        .then((kept) => event.ports[0]?.postMessage(kept)),
    );
  } else if (message?.type === 'htsd-forget') {
    event.waitUntil(forgetPages());
  } else if (message?.type === 'SKIP_WAITING') {
    event.waitUntil(self.skipWaiting());
  }
});
