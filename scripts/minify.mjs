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
        if (chunk.type !== 'chunk' || !chunk.map || !pressed.has(chunk.name)) continue;
        const file = join(dir, chunk.fileName);
        let code = await readFile(file, 'utf8');
        let map = await readFile(`${file}.map`, 'utf8');
        // Names are given by how often they occur, and only the second time of what then still stands there.
        for (let turn = 0; turn < 2; turn += 1) {
          const made = await minify(code, {
            module: true,
            ecma: 2020,
            // Nothing here asks a function for its number of parameters. Whatever can be pressed is so after the first turn.
            compress: { passes: turn === 0 ? 3 : 1, keep_fargs: false },
            format: compiledOnLoad(chunk) ? { preamble: compileOnLoad } : {},
            sourceMap: { content: map, includeSources: true },
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
 * The form's files, where it was measured; in a small element the line itself weighs more than it wins.
 * @param {import('rolldown').OutputChunk} chunk
 */
const compiledOnLoad = ({ name }) => ['assessment-form', 'htsd', 'first-show', 'base'].includes(name);

/**
 * Entries and chunks whose budgets are counted in hundreds of bytes: the loader, what it shows first, the small elements,
 * the public fund with its picture. All others would take most of the time of a build for a hundredth of their size.
 */
const pressed = new Set([
  'htsd',
  'first-show',
  'base',
  'assessment-form',
  'form-fill',
  'form-entry',
  'model-badge',
  'target-gauge',
  'public-view',
  'months-chart',
  'shared',
]);
