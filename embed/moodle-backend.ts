import { HtsdError } from '../src/backend/errors.js';
import type { MoodlePage } from '../src/backend/moodle/moodle-adapter.js';
import type { Backend } from '../src/backend/port.js';

/** What Moodle's pages know of themselves. */
interface MoodleGlobal {
  M?: { cfg?: Partial<MoodlePage> & { contextid?: number } };
}

const config = () => (globalThis as MoodleGlobal).M?.cfg;

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
    import('../src/backend/moodle/moodle-adapter.js'),
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
  const page = (): MoodlePage => {
    const { wwwroot: root, sesskey } = config() ?? {};
    if (root === undefined || sesskey === undefined)
      throw new HtsdError('invalid', { params: { field: 'wwwroot' } });
    return { wwwroot: root, sesskey };
  };
  page();
  return createMoodleAdapter({
    transport: createAjaxTransport({ page }),
    catalog: presets,
    contextId: () => config()?.contextid,
  });
}
