/**
 * The search among all communes of today and of before, with CPU 4×, against a plain filter. Needs no build.
 *   node test/bench/places.mjs [--rounds 5] [--json]
 * Figures are reported, not tested.
 */
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { table } from './harness/figures.mjs';
import { launch } from './harness/browser.mjs';
import { projectRoot } from './harness/build.mjs';
import { serve } from './harness/server.mjs';
import { places } from './rows/places.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
});
const contents = `
  import { indexPlaces } from './src/domain/locality/search/index-places.js';
  import { createPlaceSearch } from './src/domain/locality/search/search-places.js';
  import { exactWords, looseWords } from './src/i18n/search-words.js';
  globalThis.placesBench = { indexPlaces, createPlaceSearch, exactWords, looseWords };`;
const { outputFiles } = await build({
  stdin: { contents, resolveDir: projectRoot, loader: 'ts' },
  bundle: true,
  minify: true,
  write: false,
  format: 'iife',
  target: 'es2022',
});
const server = await serve({ '/empty.html': '<!doctype html><title>Places</title>' });
const browser = await launch();
try {
  const found = await places(browser, server.origin, outputFiles[0].text, Number(values.rounds));
  if (values.json) console.log(JSON.stringify(found));
  else {
    const ms = (value) => value.toFixed(1);
    const row = (name, { median, q3, max, n }) => [name, ms(median), ms(q3), ms(max), n];
    console.log(
      table([
        ['a key among places, CPU 4×', 'median ms', 'q3', 'longest', 'keys'],
        row(`ours, ${found.entries} places`, found.keys),
        row('plain filter over folded strings', found.floor),
      ]),
    );
    console.log(
      `Ours takes ${(found.keys.median / found.floor.median).toFixed(2)} × the filter, which ranks nothing; longest key ${found.keys.max < 50 ? 'within' : 'OVER'} 50 ms.`,
    );
    console.log(`Indexing ${ms(found.indexing)} ms in all, longest slice ${ms(found.slice)} ms (limit 50).`);
  }
} finally {
  await browser.close();
  await server.close();
}
