// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const dist = new URL('../dist/', import.meta.url);

/** Where the source of the worker expects the list of files. */
const hole = 'self.__WB_MANIFEST';

/**
 * Files that a page can ask for, with a revision where the name holds no hash of the content.
 * @returns {{ url: string, revision: string | null }[]}
 */
export function listFiles() {
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js') && name !== 'htsd-sw.js');
  const chunks = new URL('chunks/', dist);
  return [
    ...scripts.sort().map((url) => ({
      url,
      revision: createHash('sha256')
        .update(readFileSync(new URL(url, dist)))
        .digest('hex')
        .slice(0, 16),
    })),
    ...(existsSync(chunks) ? readdirSync(chunks) : [])
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => ({ url: `chunks/${name}`, revision: null })),
  ];
}

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
        return { code: code.replace(hole, () => JSON.stringify(listFiles())), map: null };
      },
    },
  };
}
