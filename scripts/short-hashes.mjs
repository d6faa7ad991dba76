// @ts-check
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Characters of a hash that the bundler gives at least, and that are kept: one of 16 million. */
const given = 7;
const kept = 4;

/**
 * Vite plugin: shorter hashes in the names of chunks. What a first show brings names forty others, and nothing weighs as much in it
 * as what nothing can be guessed of. Works on the files as written; where two names would become one it fails.
 * @param {string} manifest path below the folder of the build
 * @returns {import('vite').Plugin}
 */
export function shortHashes(manifest) {
  return {
    name: 'htsd-short-hashes',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = '' }) {
        const chunks = join(dir, 'chunks');
        const names = (await readdir(chunks)).filter((name) => name.endsWith('.js'));
        const shorter = new Map(names.map((name) => [name, shorten(name)]));
        if (new Set(shorter.values()).size < names.length) this.error('Two chunks would have one name.');
        // A name that ends like another one's must not be taken for it.
        const asked = new RegExp(
          `(?<![\\w.-])(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})`,
          'g',
        );
        const all = (await readdir(chunks)).map((name) => join(chunks, name));
        const others = (await readdir(dir)).filter((name) => /\.js(\.map)?$/.test(name));
        for (const path of [...all, ...others.map((name) => join(dir, name)), join(dir, manifest)]) {
          const text = await readFile(path, 'utf8');
          await writeFile(
            path,
            text.replace(asked, (name) => shorter.get(name) ?? name),
          );
        }
        for (const [name, short] of shorter) {
          await rename(join(chunks, name), join(chunks, short));
          await rename(join(chunks, `${name}.map`), join(chunks, `${short}.map`)).catch(() => undefined);
        }
      },
    },
  };
}

/** @param {string} name */
const shorten = (name) =>
  name.replace(new RegExp(`(-[\\w-]{${kept}})[\\w-]{${given - kept}}\\.js$`), '$1.js');
