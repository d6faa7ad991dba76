import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import filePlugin from '@size-limit/file';
import sizeLimit from 'size-limit';
import { filesFor } from './manifest-files.mjs';
import { steadyNames } from './steady-names.mjs';

/**
 * @typedef {object} Budget
 * @property {string} name
 * @property {string} manifest of which build
 * @property {string[]} roots sources that the page asks for
 * @property {string[]} without beginnings of sources that it asks for later, if at all; `*` for all that is asked for on demand
 * @property {string[]} [beyond] sources that the page has already: what they and all they import weigh is not counted.
 *   Budgets without it count everything their roots need, Lit (5.8 kB) too
 * @property {string} limit kB after brotli
 * @property {boolean} [firstShow] the build puts what this one counts into as few files as it can
 */

const root = new URL('../', import.meta.url);
/** @param {string} path */
const readJson = (path) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));

if (!existsSync(new URL('dist/.vite/loader.json', root))) {
  console.error('There is no build: run "npm run build" first.');
  process.exit(1);
}

/** @param {number} bytes */
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(2)} kB`;

const folder = mkdtempSync(join(tmpdir(), 'htsd-size-'));
/** @param {string} file within dist */
function weighed(file) {
  const path = join(folder, basename(file));
  writeFileSync(path, steadyNames(readFileSync(new URL(`dist/${file}`, root), 'utf8')));
  return path;
}
let passed = true;

for (const { name, manifest, roots, without, beyond, limit } of /** @type {Budget[]} */ (
  readJson('.size-limit.json')
)) {
  const files = filesFor(readJson(`dist/.vite/${manifest}.json`), roots, without, beyond);
  // One file at a time: each travels on its own, and is compressed on its own.
  const sizes = await Promise.all(
    files.map(async ({ file }) => (await sizeLimit([filePlugin], [weighed(file)]))[0]?.size ?? 0),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const most = Number.parseFloat(limit) * 1000;
  const fits = total <= most;
  passed &&= fits;
  console.log(
    `${fits ? 'fits  ' : 'TOO BIG'} ${name}: ${kilobytes(total)} of ${limit} (brotli, ${files.length} files)`,
  );
  if (process.argv.includes('--files') || !fits) {
    for (const [index, { file, source }] of files.entries()) {
      console.log(`  ${kilobytes(sizes[index] ?? 0).padStart(9)}  ${source}  ${file}`);
    }
  }
}
rmSync(folder, { recursive: true });
process.exitCode = passed ? 0 : 1;
