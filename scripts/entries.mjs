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
  conformance: 'src/backend/conformance/index.ts',
  'adapters/local': 'src/backend/local/index.ts',
  'adapters/memory': 'src/backend/memory/index.ts',
  client: 'src/client/index.ts',
  document: 'src/document/index.ts',
  i18n: 'src/i18n/index.ts',
};

/**
 * What a page includes: the loader and one entry per component, by the name of the built file.
 * @returns {Record<string, string>}
 */
export function pageEntries() {
  /** @type {Record<string, string>} */
  const entries = { htsd: 'embed/htsd.ts' };
  for (const file of readdirSync(inRepository('embed/entries')).sort()) {
    if (/^[a-z0-9-]+\.ts$/.test(file)) entries[basename(file, '.ts')] = `embed/entries/${file}`;
  }
  return entries;
}
