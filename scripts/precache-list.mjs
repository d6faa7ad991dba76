// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { doorEntries } from './entries.mjs';

const dist = new URL('../dist/', import.meta.url);

/** Where the source of the worker expects the list of files. */
const hole = 'self.__WB_MANIFEST';

/** Workers of pages: no chunk imports them, so that no manifest names them. Whoever starts one has its name in his code. */
const pageWorkers = ['htsd-ledger-check.js'];

/**
 * The files that pages can ask for, with a revision where the name holds no hash of the content, and which of them each
 * script needs that a page includes.
 * @returns {import('../embed/service-worker-files.js').LibraryFiles}
 */
export function libraryFiles() {
  /** @type {Map<string, Set<string>>} */
  const entries = new Map();
  for (const name of readdirSync(new URL('.vite/', dist)).sort()) {
    // Pages of their own, on whose site no worker is started.
    if (Object.hasOwn(doorEntries, basename(name, '.json'))) continue;
    /** @type {Record<string, { file: string, isEntry?: boolean }>} */
    const manifest = JSON.parse(readFileSync(new URL(`.vite/${name}`, dist), 'utf8'));
    const chunks = Object.values(manifest);
    const entry = chunks.find(({ isEntry }) => isEntry);
    if (!entry) throw new Error(`.vite/${name} names no script that a page could include.`);
    const files = new Set(chunks.map(({ file }) => file));
    const code = [...files].map((file) => readFileSync(new URL(file, dist), 'utf8')).join('');
    for (const worker of pageWorkers) if (code.includes(worker)) files.add(worker);
    entries.set(basename(entry.file, '.js'), files);
  }
  const urls = [...new Set([...entries.values()].flatMap((files) => [...files]))].sort();
  return {
    files: urls.map((url) => ({ url, revision: url.startsWith('chunks/') ? null : revisionOf(url) })),
    entries: Object.fromEntries(
      [...entries].map(([name, files]) => [name, [...files].sort().map((url) => urls.indexOf(url))]),
    ),
  };
}

/** @param {string} url */
const revisionOf = (url) =>
  createHash('sha256')
    .update(readFileSync(new URL(url, dist)))
    .digest('hex')
    .slice(0, 16);

/**
 * Puts the list of the library's files into the service worker; fails where the worker has no place for it.
 * @returns {import('vite').Plugin}
 */
export function precacheList() {
  return {
    name: 'htsd-precache-list',
    transform: {
      filter: { id: /embed\/service-worker\.ts$/ },
      handler(code) {
        if (!code.includes(hole)) this.error(`${hole} is missing`);
        return { code: code.replace(hole, () => JSON.stringify(libraryFiles())), map: null };
      },
    },
  };
}
