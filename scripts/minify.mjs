// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { minify } from 'terser';

/**
 * Minifies once more what pages fetch, after the bundler. Slow, and a hundredth smaller, which on a slow line is time
 * for those who wait. Works on the files as written, because the bundler keeps the maps that it made.
 * @returns {import('vite').Plugin}
 */
export function minifyAgain() {
  return {
    name: 'minify-again',
    async writeBundle({ dir = '' }, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.map || isLibrary(chunk.modules)) continue;
        const file = join(dir, chunk.fileName);
        const { code, map } = await minify(await readFile(file, 'utf8'), {
          module: true,
          ecma: 2020,
          compress: { passes: 3 },
          sourceMap: { content: await readFile(`${file}.map`, 'utf8'), url: `${basename(file)}.map` },
        });
        await writeFile(file, `${code}\n`);
        await writeFile(`${file}.map`, String(map));
      }
    },
  };
}

/**
 * Whether a file is mostly a library that is asked for on demand: these take most of the time, and no first show waits
 * for them.
 * @param {Record<string, import('rolldown').RenderedModule>} modules
 */
function isLibrary(modules) {
  let whole = 0;
  let libraries = 0;
  for (const [id, { renderedLength }] of Object.entries(modules)) {
    whole += renderedLength;
    if (/[\\/]node_modules[\\/](?!@?lit|idb)/.test(id)) libraries += renderedLength;
  }
  return libraries > whole / 2;
}
