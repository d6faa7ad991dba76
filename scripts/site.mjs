// @ts-check
import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

import { componentEntries, doorEntries, libraryEntries, loaderEntry } from './entries.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Folders of the demonstration site, by the path they are served under; the first that fits counts. */
const folders = [
  { path: '/htsd/', folder: join(root, 'dist') },
  // Where our server has its frames and its configurator; without that server they are the same files.
  { path: '/embed/', folder: join(root, 'dist') },
  { path: '/', folder: join(root, 'demo') },
];

/** @type {Record<string, string>} */
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const compressible = /^(text|application\/(json|manifest)|image\/svg)/;

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];
/** How an answer can be made smaller, best first. @type {Record<string, (bytes: Buffer) => Promise<Buffer>>} */
const encoders = {
  br: (bytes) => brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => zip(bytes),
};
/** Answers made smaller already: the same few hundred files are asked for at each visit. @type {Map<string, Promise<Buffer>>} */
const smaller = new Map();

/**
 * What is sent of a file.
 * @param {string} file
 * @param {string | undefined} encoding
 * @returns {Promise<Buffer>}
 */
function bodyOf(file, encoding) {
  const encode = encoding && encoders[encoding];
  if (!encode) return readFile(file);
  const key = `${encoding} ${statSync(file).mtimeMs} ${file}`;
  const known = smaller.get(key);
  if (known) return known;
  const body = readFile(file).then(encode);
  smaller.set(key, body);
  body.catch(() => smaller.delete(key));
  return body;
}

/** What the pages that prove our promise to strict portals are served with. */
export const strictPolicy = "default-src 'self'; require-trusted-types-for 'script'";
const strictPages = new Set(['/csp.html', '/fund.html', '/fund-roll-up.html']);

/**
 * The file behind a path of the site, or undefined.
 * @param {string} pathname decoded
 * @returns {string | undefined}
 */
export function fileFor(pathname) {
  const place = folders.find(({ path }) => pathname.startsWith(path));
  if (!place || pathname.includes('\0')) return undefined;
  const file = resolve(place.folder, `.${sep}${normalize(pathname.slice(place.path.length - 1))}`);
  if (file !== place.folder && !file.startsWith(place.folder + sep)) return undefined;
  const candidates = [file, join(file, 'index.html')];
  return candidates.find((path) => existsSync(path) && statSync(path).isFile());
}

/**
 * Headers of an answer besides its length and encoding.
 * @param {string} pathname
 * @param {string} file
 * @returns {Record<string, string>}
 */
export function headersFor(pathname, file) {
  return {
    'Content-Type': types[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': /\/chunks\//.test(pathname) ? 'public, max-age=31536000, immutable' : 'no-cache',
    // The worker lies beside the library and looks after the pages above it.
    ...(pathname === '/htsd/htsd-sw.js' && { 'Service-Worker-Allowed': '/' }),
    ...(strictPages.has(pathname) && { 'Content-Security-Policy': strictPolicy }),
  };
}

/** What the pages work on: the file that stands in the place of another where a back end runs beside them. */
const instead = new Map([['/backend.js', '/backend-server.js']]);
const firstScript = '<script type="module"';

/**
 * A page whose components stand under the back end of its server, where they stand under no other.
 * @param {Buffer} page
 */
const withBackend = (page) =>
  Buffer.from(
    page
      .toString()
      .replace(firstScript, `<script type="module" src="/default-backend.js"></script>${firstScript}`),
  );

/**
 * Hands a request on to the back end, and its answer back.
 * @param {string} backend address
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function passOn(backend, request, response) {
  const { method, headers } = request;
  const asked = ask(new URL(request.url ?? '/', backend), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.on('error', () => response.destroy());
  response.on('close', () => asked.destroy());
  request.pipe(asked);
}

/**
 * Answers requests for the demonstration site; anything else goes on to `next`.
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {() => void} next
 * @param {string} [backend] address of the back end that pages work on; without it they keep all in the browser
 */
export function serveSite(request, response, next, backend) {
  if (request.method !== 'GET' && request.method !== 'HEAD') return next();
  let pathname;
  try {
    pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
  } catch {
    return next();
  }
  const file = fileFor((backend && instead.get(pathname)) || pathname);
  if (!file) return next();
  const headers = headersFor(pathname, file);
  const isPage = backend !== undefined && extname(file) === '.html';
  const encoding =
    !isPage && compressible.test(headers['Content-Type'] ?? '')
      ? Object.keys(encoders).find((name) => String(request.headers['accept-encoding']).includes(name))
      : undefined;
  bodyOf(file, encoding).then(
    (read) => {
      const body = isPage ? withBackend(read) : read;
      response.writeHead(200, {
        ...headers,
        Vary: 'Accept-Encoding',
        ...(encoding && { 'Content-Encoding': encoding }),
        'Content-Length': body.length,
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
    () => response.destroy(),
  );
}

/**
 * Serves the built site. Port 0 takes any free one; a port that is taken makes way for any free one.
 * @param {{ port?: number, host?: string, backend?: string | undefined }} [options] `backend`: address of the server of ours that the pages work on
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function startSite({ port = 0, host = 'localhost', backend } = {}) {
  const server = createServer((request, response) => {
    if (backend && /^\/(v1|public|embed)\//.test(request.url ?? ''))
      return passOn(backend, request, response);
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end('Not found\n');
    };
    return serveSite(request, response, notFound, backend);
  });
  /** @param {number} wanted */
  const listen = (wanted) =>
    /** @type {Promise<void>} */ (
      new Promise((done, fail) => {
        server.once('error', fail);
        server.listen(wanted, host, () => {
          server.off('error', fail);
          done();
        });
      })
    );
  await listen(port).catch((error) => {
    if (error.code !== 'EADDRINUSE' || port === 0) throw error;
    return listen(0);
  });
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://${host}:${address.port}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * The source that a built entry is made from, as an address; undefined for every other path.
 * @param {string} pathname
 * @returns {string | undefined}
 */
export function sourceOf(pathname) {
  const name = pathname.match(/^\/htsd\/(.+)\.js$/)?.[1] ?? '';
  /** @type {Record<string, string>} */
  const entries = {
    ...loaderEntry,
    ...componentEntries(),
    ...doorEntries,
    ...Object.fromEntries(Object.entries(libraryEntries).map(([entry, source]) => [`lib/${entry}`, source])),
  };
  return Object.hasOwn(entries, name) ? `/${entries[name]}` : undefined;
}

/**
 * Vite plugin: the same site in `vite` (library from source) and `vite preview` (library as built).
 * @returns {import('vite').Plugin}
 */
export function site() {
  return {
    name: 'htsd-site',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const [pathname = '/', query] = (request.url ?? '/').split('?');
        const source = sourceOf(pathname);
        if (source) {
          request.url = query === undefined ? source : `${source}?${query}`;
          return next();
        }
        return pathname.startsWith('/htsd/') ? next() : serveSite(request, response, next);
      });
    },
    configurePreviewServer(server) {
      server.middlewares.use(serveSite);
    },
  };
}
