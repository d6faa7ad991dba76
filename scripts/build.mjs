// @ts-check
/** Builds dist/: the loader, each component's own file, the library, its types, the workers, the page that checks, the licences. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { componentEntries, doorEntries } from './entries.mjs';

/** @param {string} mode of vite.config.ts */
const vite = (mode) => `vite build --logLevel warn --mode ${mode}`;

/**
 * @param {string} command as npm scripts know it
 * @returns {Promise<void>} rejects where it fails
 */
function run(command) {
  const child = spawn(command, { stdio: 'inherit', shell: true });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`"${command}" failed.`))));
  });
}

/**
 * Several at a time, one per processor.
 * @param {(() => Promise<void>)[]} works the longest first
 */
async function together(works) {
  const queue = [...works];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

const dist = fileURLToPath(new URL('../dist', import.meta.url));
/** Components have chunks of the same name and content: each is built in a folder of its own, so that none reads what another is writing. */
const parts = mkdtempSync(join(tmpdir(), 'htsd-build-'));

/** @param {string} name of a component's entry */
async function component(name) {
  const folder = join(parts, name);
  await run(`${vite(`component.${name}`)} --outDir "${folder}"`);
  cpSync(folder, dist, { recursive: true });
}

try {
  // Empties the folder.
  await run(vite('production'));
  await together([
    () => run('tsc -p tsconfig.types.json'),
    () => run('npm run --silent manifest'),
    ...Object.keys({ ...componentEntries(), ...doorEntries }).map((name) => () => component(name)),
    () => run(vite('lib')),
    () => run(vite('moodle')),
    () => run(vite('server')),
    () => run(vite('cli')),
    () => run(vite('checker')),
  ]);
  // Knows all files of before.
  await run(vite('worker'));
  await run('node scripts/embed-options.mjs');
  await run('node scripts/framework-types.mjs');
  cpSync(fileURLToPath(new URL('../embed/pages', import.meta.url)), dist, { recursive: true });
  await run('node scripts/third-party.mjs');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(parts, { recursive: true, force: true });
}
