import { createServer } from 'node:http';
import { readFileSync, existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
};

/** Brotli at quality 11, as a portal serves files that were compressed beforehand. */
export const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

/**
 * Serves the contestants. Everything is compressed once, before it is measured. Files may be kept, as any portal's may.
 * @param {Record<string, string | { folder: string }>} routes URL path to text, or URL prefix to a folder
 */
export async function serve(routes) {
  const ready = new Map();

  function find(path) {
    const route = routes[path];
    if (typeof route === 'string') return Buffer.from(route);
    for (const [prefix, target] of Object.entries(routes)) {
      if (typeof target === 'string' || !path.startsWith(prefix)) continue;
      const file = normalize(join(target.folder, path.slice(prefix.length)));
      if (file.startsWith(normalize(target.folder)) && existsSync(file)) return readFileSync(file);
    }
    return undefined;
  }

  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://bench').pathname;
    let body = ready.get(path);
    if (!body) {
      const bytes = find(path);
      if (!bytes) {
        response.writeHead(404).end();
        return;
      }
      body = brotli(bytes);
      ready.set(path, body);
    }
    response
      .writeHead(200, {
        'content-type': types[extname(path)] ?? types['.html'],
        'content-encoding': 'br',
        'content-length': body.length,
        'cache-control': extname(path) === '.html' ? 'no-store' : 'max-age=3600',
        // Isolated pages get a clock of microseconds instead of tenths of milliseconds.
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      })
      .end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${server.address().port}`,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
