// @ts-check
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { minify } from 'terser';
import { steadyNames } from './steady-names.mjs';

/** Letters that are given to no name: some ways to give the others. */
const withheld = [[], ['e'], ['t'], ['n'], ['t', 'n'], ['e', 't', 'i']];

/**
 * Vite plugin: which name gets which letter is chance, and moves a file by half a hundredth either way. Of some ways to give them the
 * one is taken that compresses best, in the files whose budget is counted in bytes. Works on the files as written, after all others.
 * @param {RegExp} files their names, wherever they lie
 * @returns {import('vite').Plugin}
 */
export function nameAgain(files) {
  return {
    name: 'htsd-name-again',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler({ dir = '' }) {
        for (const folder of [dir, join(dir, 'chunks')]) {
          const names = (await readdir(folder).catch(() => [])).filter((name) => files.test(name));
          await Promise.all(names.map((name) => press(join(folder, name))));
        }
      },
    },
  };
}

/**
 * Names depend on the order in which the ones of before are met, so that a second turn finds others still.
 * @param {string} file
 */
async function press(file) {
  const [code, map] = await Promise.all([readFile(file, 'utf8'), readFile(`${file}.map`, 'utf8')]);
  // A comment that stands first is for the browser.
  const [preamble] = /^\/\/#.*/.exec(code) ?? [];
  let best = { code, map };
  for (let turn = 0; turn < 2; turn += 1) {
    const ways = [best];
    for (const reserved of withheld) {
      const made = await minify(best.code, {
        ...{ module: true, ecma: 2020, compress: false, mangle: { module: true, reserved } },
        ...{ format: preamble ? { preamble } : {}, sourceMap: { content: best.map, includeSources: true } },
      });
      ways.push({ code: `${made.code}\n`, map: String(made.map) });
    }
    const sizes = ways.map((way) => brotliCompressSync(steadyNames(way.code)).length);
    best = ways[sizes.indexOf(Math.min(...sizes))] ?? best;
  }
  await Promise.all([writeFile(file, best.code), writeFile(`${file}.map`, best.map)]);
}
