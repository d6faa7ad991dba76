import type { WorkboxPlugin } from 'workbox-core/types.js';

/** Caches of this version of the worker. A change in what they hold takes a new number; old ones are deleted. */
export const pagesCache = 'htsd-pages-1';
export const assetsCache = 'htsd-assets-1';

/** More than any portal page needs, and little enough for an old phone. */
const assetLimit = 200;

/** Only what a page asked for is kept, never a page that merely was visited: a portal has private pages. */
export const onlyKeptPages: WorkboxPlugin = {
  async cacheWillUpdate({ request, response }) {
    const pages = await caches.open(pagesCache);
    if (!(await pages.match(request.url, { ignoreVary: true }))) return null;
    if (response.status === 200 && forbidsStoring(response))
      await pages.delete(request.url, { ignoreVary: true });
    return storable(response) ? response : null;
  },
};

export async function isKeptAsset(url: string): Promise<boolean> {
  const assets = await caches.open(assetsCache);
  return (await assets.match(url, { ignoreVary: true })) !== undefined;
}

/** Keeps a page and what it is drawn with. False where the server forbids it, or sends the person elsewhere. */
export async function keepPage(page: string, assets: readonly string[], origin: string): Promise<boolean> {
  if (new URL(page).origin !== origin) return false;
  const pages = await caches.open(pagesCache);
  if (!(await pages.match(page, { ignoreVary: true }))) {
    const response = await fetch(page, { credentials: 'same-origin' });
    if (!storable(response)) return false;
    await pages.put(page, response);
  }
  await keepAssets(assets.filter((url) => new URL(url).origin === origin));
  return true;
}

async function keepAssets(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(assetsCache);
  await Promise.all(
    urls.slice(0, assetLimit).map(async (url) => {
      if (await cache.match(url, { ignoreVary: true })) return;
      // One image that is gone must not cost the person the page.
      const response = await fetch(url, { credentials: 'same-origin' }).catch(() => undefined);
      if (response && storable(response)) await cache.put(url, response);
    }),
  );
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - assetLimit)).map((key) => cache.delete(key)));
}

export async function forgetPages(): Promise<void> {
  await Promise.all([caches.delete(pagesCache), caches.delete(assetsCache)]);
}

/** Deletes what earlier versions of this worker left behind, and nothing of anybody else. */
export async function deleteOldCaches(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => /^htsd-(pages|assets)-/.test(name));
  await Promise.all(
    ours.filter((name) => name !== pagesCache && name !== assetsCache).map((name) => caches.delete(name)),
  );
}

const forbidsStoring = (response: Response): boolean =>
  /\bno-store\b/i.test(response.headers.get('cache-control') ?? '');

/** A redirected answer is no answer to a navigation, and often the sign-in page. */
const storable = (response: Response): boolean =>
  response.status === 200 && !response.redirected && !forbidsStoring(response);
