// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { minify } from 'terser';

/**
 * Has Chromium compile every function while the file arrives, beside the page's own work, instead of one by one when
 * they are first called: nearly all of them are called for a first show. Other browsers read a comment.
 */
const compileOnLoad = '//# allFunctionsCalledOnLoad';

/**
 * Minifies once more what a first show waits for, after the bundler. Slow, and a hundredth smaller, which on a slow line
 * is time for those who wait. Works on the files as written, because the bundler keeps the maps that it made.
 * @returns {import('vite').Plugin}
 */
export function minifyAgain() {
  return {
    name: 'minify-again',
    async writeBundle({ dir = '' }, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk' || !chunk.map || !waitedFor(chunk)) continue;
        const file = join(dir, chunk.fileName);
        let code = await readFile(file, 'utf8');
        let map = await readFile(`${file}.map`, 'utf8');
        // Names are given by how often they occur, and only the second time of what then still stands there.
        for (let turn = 0; turn < 2; turn += 1) {
          const made = await minify(code, {
            module: true,
            ecma: 2020,
            // Nothing here asks a function for its number of parameters.
            compress: { passes: 3, keep_fargs: false },
            format: compiledOnLoad(chunk) ? { preamble: compileOnLoad } : {},
            sourceMap: { content: map },
          });
          code = `${made.code}\n`;
          map = String(made.map);
        }
        await writeFile(file, code);
        await writeFile(`${file}.map`, map);
      }
    },
  };
}

/**
 * Whether a first show waits for a file: the entries, and what scripts/chunk-groups.mjs puts together for the loader's.
 * @param {import('rolldown').OutputChunk} chunk
 */
const shownFirst = ({ isEntry, name }) => isEntry || name === 'first-show' || name === 'base';

/**
 * The form's files, where it was measured; in a small element the line itself weighs more than it wins.
 * @param {import('rolldown').OutputChunk} chunk
 */
const compiledOnLoad = ({ name }) => ['assessment-form', 'htsd', 'first-show', 'base'].includes(name);

/** The public fund with its picture: the heaviest that anybody waits for. */
const publicFund = new Set(['public-view', 'months-chart', 'shared']);

/**
 * The other files would take three quarters of the time of a build for less than a hundredth of their size.
 * @param {import('rolldown').OutputChunk} chunk
 */
const waitedFor = (chunk) => shownFirst(chunk) || publicFund.has(chunk.name);
