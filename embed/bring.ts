import { HtsdError } from '../src/backend/errors.js';

/** Files that are here or on their way. */
const files: Record<string, Promise<unknown>> = {};
const folder = new URL(/* @vite-ignore */ 'chunks/', import.meta.url).href;
/** The page's policy does not let scripts fetch: then the browser's module loader has to do alone. */
let barred = false;
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
  barred ||= effectiveDirective === 'connect-src' && blockedURI.startsWith(folder);
});

/**
 * An `import()` that can be tried again. A browser of before autumn 2026 remembers a module that it could not fetch, and
 * refuses every later `import()` of it, or of anything that needs it, until the page is loaded anew; so each file is
 * fetched into the browser's cache first, where nothing remembers a failure. (Links of the kind `preload` do.) The build
 * puts this around every `import()` of the pages' files (`scripts/bring-parts.mjs`), with the names of what the file
 * imports. Rejects with `offline`, reason `part`.
 */
export async function bring<T>(load: () => Promise<T>, others: readonly string[] = []): Promise<T> {
  // A host that bundles the library anew calls its files by other names, and fetches them in its own way.
  const [, own] = /chunks\/([\w.-]+)/.exec(String(load)) ?? [];
  try {
    if (own && !barred && folder.startsWith(`${location.origin}/`)) {
      await Promise.all([own, ...others].map((name) => (files[name] ??= fetchFile(name))));
    }
    return await load();
  } catch (cause) {
    throw new HtsdError('offline', { params: { reason: 'part' }, cause });
  }
}

async function fetchFile(name: string): Promise<void> {
  try {
    const answer = await fetch(folder + name);
    await answer.arrayBuffer();
    // Some networks answer everything with a page for signing in.
    if (!/script/.test(String(answer.headers.get('content-type')))) throw new TypeError(answer.url);
  } catch (error) {
    delete files[name];
    // What the policy forbids is reported a moment later.
    await new Promise((resolve) => setTimeout(resolve));
    if (!barred) throw error;
  }
}
