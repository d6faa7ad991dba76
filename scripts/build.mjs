// @ts-check
/** Builds dist/: the loader, each component's own file, the library, its types, the offline worker, the licences. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import process from 'node:process';
import { componentEntries } from './entries.mjs';

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
 * @param {string[]} commands the longest first
 */
async function together(commands) {
  const queue = [...commands];
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
}

try {
  // Empties the folder.
  await run(vite('production'));
  await together([
    vite('lib'),
    'tsc -p tsconfig.types.json',
    ...Object.keys(componentEntries()).map((name) => vite(`component.${name}`)),
  ]);
  // Knows all files of before.
  await run(vite('worker'));
  await run('node scripts/third-party.mjs');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
