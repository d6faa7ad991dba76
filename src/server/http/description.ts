import type { Hono } from 'hono';

/** Seconds that what only another version of the program changes may be kept. */
const kept = 'public, max-age=300';

/**
 * What the interface is, for programs (`/v1/openapi.json`) and for people (`/v1/openapi.html`). Made when it is first asked for:
 * it says nothing of anybody, and never changes while the program runs.
 * @param version of the program
 */
export function addDescription(app: Hono, version: string): void {
  let described: Promise<Record<string, unknown>> | undefined;
  const describe = () => (described ??= import('./openapi.js').then(({ openApi }) => openApi(version)));
  let page: Promise<{ text: string; policy: string }> | undefined;
  const show = async () => {
    const { openApiPage, openApiPolicy } = await import('./openapi-page.js');
    return { text: await openApiPage((await describe()) as never), policy: openApiPolicy };
  };

  app.get('/v1/openapi.json', async (context) => {
    context.header('Cache-Control', kept);
    return context.json(await describe());
  });
  app.get('/v1/openapi.html', async (context) => {
    const { text, policy } = await (page ??= show());
    context.header('Cache-Control', kept);
    context.header('Content-Security-Policy', policy);
    return context.html(text);
  });
}
