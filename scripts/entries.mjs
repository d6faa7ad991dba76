// @ts-check
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @param {string} path relative to the repository */
const inRepository = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What an `import 'htsd/<name>'` gives besides components: public name and the module it is built from. */
export const libraryEntries = {
  domain: 'src/domain/index.ts',
  presets: 'src/presets/index.ts',
  backend: 'src/backend/index.ts',
  conformance: 'src/backend/conformance/conformance.ts',
  'adapters/local': 'src/backend/local/local-adapter.ts',
  'adapters/http': 'src/backend/http/http-adapter.ts',
  'adapters/moodle': 'src/backend/moodle/moodle-adapter.ts',
  'adapters/memory': 'src/backend/memory/memory-adapter.ts',
  client: 'src/client/index.ts',
  credential: 'src/credential/index.ts',
  'demo-issuer': 'embed/demo-issuer.ts',
  document: 'src/document/index.ts',
  i18n: 'src/i18n/translate.ts',
};

/** The one script that a webmaster includes. */
export const loaderEntry = { htsd: 'embed/htsd.ts' };

/** Pages of ours and what talks to them: name of the built file and its source. Nothing that a component's page fetches. */
export const doorEntries = {
  frame: 'embed/frame/frame.ts',
  'htsd-frame': 'embed/frame/host.ts',
  configurator: 'embed/configurator/configurator.ts',
};

/**
 * One entry per component, by the name of the built file.
 * @returns {Record<string, string>}
 */
export function componentEntries() {
  const files = readdirSync(inRepository('embed/entries')).filter((file) => /^[a-z0-9-]+\.ts$/.test(file));
  return Object.fromEntries(files.sort().map((file) => [basename(file, '.ts'), `embed/entries/${file}`]));
}
