/**
 * Middleware for the test server: `/page.html?header=Name:value` (repeatable) is answered with that header, so
 * that a test can put a page under a Content-Security-Policy or forbid it to be framed.
 * @param {import('koa').Context} context
 * @param {() => Promise<void>} next
 */
export async function extraHeaders(context, next) {
  await next();
  for (const header of [context.query.header ?? []].flat()) {
    const colon = header.indexOf(':');
    if (colon > 0) context.set(header.slice(0, colon).trim(), header.slice(colon + 1).trim());
  }
}
