import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Context, Hono } from 'hono';
import { HtsdError } from '../../backend/errors.js';
import { BuiltFiles } from './built-files.js';

export interface DoorOptions {
  /** Folder of the built library. */
  folder: string;
  /** Of the library: its files are also had below this name, where they never change. */
  version: string;
  /** Folder in which every version that ever ran here is kept, so that a snippet with its hash goes on working. */
  kept: string;
  /** Origins whose pages may show our frames. None: only pages of this very server. */
  frameOrigins: readonly string[];
  /** Code of the province where visitors read. */
  province: string;
}

const common =
  "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";

/** What a page of ours may do, and where it may be shown. */
function policyOf(name: string, frameOrigins: readonly string[]): string {
  if (name === 'frame.html') return `${common}; frame-ancestors ${["'self'", ...frameOrigins].join(' ')}`;
  // Keys and lists of issuers lie on their own sites.
  if (name === 'verify.html') return `${common}; connect-src 'self' https:; frame-ancestors 'none'`;
  return `${common}; frame-ancestors 'none'`;
}

const versionName = /^\d+\.\d+\.\d+[\w.-]*$/;
const emptyMeta = /<meta name="htsd-embed" content="\{\}" ?\/?>/;
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/**
 * Serves what portals embed, below `/embed/`: the library, the page for frames, the one that checks badges.
 * Below `/embed/<version>/` the same files never change, which is what an integrity hash needs.
 */
export function addDoors(app: Hono, { folder, version, kept, frameOrigins, province }: DoorOptions): void {
  const present = new BuiltFiles(folder);
  present.keep(join(kept, version));
  const versions = new Map(
    readdirSync(kept)
      .filter((name) => versionName.test(name))
      .map((name) => [name, new BuiltFiles(join(kept, name))]),
  );
  versions.set(version, present);

  async function send(context: Context, files: BuiltFiles, up: string, forever: boolean): Promise<Response> {
    const name = context.req.param('name')!;
    const isPage = name.endsWith('.html');
    const settings = JSON.stringify({
      ...{ origins: frameOrigins, baseUrl: up, province, versions: true },
      verifyHref: 'verify.html',
    });
    const fill = (page: string): string =>
      page
        .replace(emptyMeta, () => `<meta name="htsd-embed" content="${escape(settings)}" />`)
        // Badges are looked up on this server. What an offline worker would keep are somebody's pages, not ours.
        .replace('src="htsd.js" data-service-worker="htsd-sw.js"', `src="htsd.js" data-base-url="${up}"`);
    const file = await files.get(name, isPage ? fill : undefined, up);
    if (!file) throw new HtsdError('not-found');
    context.header('ETag', file.etag);
    context.header(
      'Cache-Control',
      forever || name.startsWith('chunks/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    context.header('Vary', 'Accept-Encoding');
    if (isPage) {
      context.header('Content-Security-Policy', policyOf(name, frameOrigins));
      // What it cannot say is said by frame-ancestors.
      if (name === 'frame.html') context.header('X-Frame-Options', undefined);
      context.header('Referrer-Policy', 'strict-origin-when-cross-origin');
    } else {
      context.header('Access-Control-Allow-Origin', '*');
    }
    if (!isPage || name === 'frame.html') {
      context.header('Cross-Origin-Resource-Policy', 'cross-origin');
      // A portal that is isolated itself shows no frame that is not; its policy lets it take nothing of other sites anyway.
      context.header('Cross-Origin-Embedder-Policy', 'require-corp');
    }
    if (context.req.header('if-none-match') === file.etag) return context.body(null, 304);
    context.header('Content-Type', file.type);
    if (!/\bbr\b/.test(context.req.header('accept-encoding') ?? ''))
      return context.body(new Uint8Array(file.bytes));
    context.header('Content-Encoding', 'br');
    return context.body(new Uint8Array(file.br));
  }

  // Somebody who has heard of the address only.
  app.get('/embed', (context) => context.redirect('/embed/configurator.html'));
  app.get('/embed/', (context) => context.redirect('/embed/configurator.html'));
  const chunk = ':name{chunks/[\\w.-]+}';
  const plain = ':name{[\\w.-]+}';
  for (const name of [chunk, plain]) {
    app.get(`/embed/${name}`, (context) => send(context, present, '../', false));
    app.get(`/embed/:version{\\d+\\.\\d+\\.\\d+[\\w.-]*}/${name}`, (context) => {
      // Better no file than one that does not fit its hash.
      const files = versions.get(context.req.param('version'));
      if (!files) throw new HtsdError('not-found');
      return send(context, files, '../../', true);
    });
  }
}
