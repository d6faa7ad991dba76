import { setVerifyPage } from '../components/base/verify-page.js';
import type { Client } from '../src/client/client.types.js';
import { createHttpBackend } from './http-backend.js';

/** In one file with what asks for it, so that the loader has one name to carry. */
export { createHttpBackend } from './http-backend.js';

/**
 * The client of a page whose script tag names a server: `data-base-url`, and as on a provider `data-token-src`,
 * `data-mapping-src`, `data-province`; `data-verify-href`: the page that checks badges, default our server's own.
 * Errors: invalid, offline, server.
 */
export async function createServerClient(said: Readonly<DOMStringMap>): Promise<Client> {
  const { baseUrl = '', tokenSrc, mappingSrc, province, verifyHref } = said;
  const base = new URL(baseUrl.replace(/\/*$/, '/'), document.baseURI);
  // A server of another maker has no such page.
  setVerifyPage(verifyHref ?? (mappingSrc ? undefined : new URL('embed/verify.html', base).href));
  const [backend, { queued }, { createClient }] = await Promise.all([
    createHttpBackend({
      'base-url': base.href,
      ...(tokenSrc && { 'token-src': tokenSrc }),
      ...(mappingSrc && { 'mapping-src': mappingSrc }),
      ...(province && { province }),
    }),
    import('../src/client/outbox/queued.js'),
    import('../src/client/client.js'),
  ]);
  return createClient(await queued(backend));
}
