// @ts-check
/** Builds dist/: the loader, each component's own file, the library, its types, the offline worker, the licences. */
import { spawn } from 'node:child_process';
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

/** @param {string[]} commands one after the other */
async function inTurn(commands) {
  for (const command of commands) await run(command);
}

try {
  // Empties the folder.
  await run(vite('production'));
  // Components share files of the same name and content in dist/chunks: two at once would read what is half written.
  await Promise.all([
    inTurn(Object.keys(componentEntries()).map((name) => vite(`component.${name}`))),
    inTurn([vite('lib'), 'tsc -p tsconfig.types.json']),
  ]);
  // Knows all files of before.
  await run(vite('worker'));
  await run('node scripts/third-party.mjs');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
