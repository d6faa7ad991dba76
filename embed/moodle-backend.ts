import type { Backend } from '../src/backend/port.js';
import { moodleContext, moodlePage } from './moodle-page.js';

/**
 * A back end in Moodle with the plugin `local_htsd`. On a page of that Moodle it needs nothing; elsewhere `wwwroot`, the
 * address of the site, and `token-src`, an address of the host that gives tokens of who is signed in.
 * Errors: invalid where neither is there.
 */
export async function createMoodleBackend({
  wwwroot,
  'token-src': tokens,
}: Readonly<Record<string, string>>): Promise<Backend> {
  // Apart from this file, or the loader would have to name every file that comes with the adapter.
  const [{ createMoodleAdapter }, { createAjaxTransport }, { presets }] = await Promise.all([
    import('../src/backend/moodle/adapter.js'),
    import('../src/backend/moodle/ajax.js'),
    import('../src/presets/catalog.js'),
  ]);
  if (wwwroot && tokens) {
    const [{ tokenSource }, { createRestTransport }] = await Promise.all([
      import('../src/backend/http/token-source.js'),
      import('../src/backend/moodle/rest.js'),
    ]);
    const source = tokenSource(new URL(tokens, document.baseURI).href);
    const transport = createRestTransport({ wwwroot, token: source.token, fetch: source.fetch });
    return createMoodleAdapter({ transport, catalog: presets });
  }
  moodlePage();
  return createMoodleAdapter({
    transport: createAjaxTransport({ page: moodlePage }),
    catalog: presets,
    contextId: moodleContext,
  });
}
