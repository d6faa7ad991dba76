import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Middleware for the test server: JSON that a page fetches comes as it is. Without it the file would be made a module, which
 * is what a page gets that imports it.
 * @param {import('koa').Context} context
 * @param {() => Promise<void>} next
 */
export async function fetchedJson(context, next) {
  const plain = /^\/(demo|test\/fixtures)\/[\w-]+\.json$/.test(context.path);
  if (!plain || context.get('sec-fetch-dest') !== 'empty') return next();
  const file = createReadStream(`${root}${context.path}`);
  const found = await new Promise((done) =>
    file.once('open', () => done(true)).once('error', () => done(false)),
  );
  if (!found) return next();
  context.type = 'application/json';
  context.body = file;
}
