// @ts-check
/** Builds dist/: the loader, each component's own file, the library, its types, the workers, the page that checks, the licences. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { componentEntries, doorEntries } from './entries.mjs';
import { viteBuilder } from './vite-builder.mjs';

/** @typedef {ReturnType<typeof viteBuilder>['build']} Build */

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

/** One per processor. */
const builders = Array.from({ length: availableParallelism() }, viteBuilder);

/**
 * Several at a time, one per processor.
 * @param {((build: Build) => Promise<void>)[]} works the longest first
 */
async function together(works) {
  const queue = [...works];
  await Promise.all(
    builders.map(async ({ build }) => {
      for (let next = queue.shift(); next; next = queue.shift()) await next(build);
    }),
  );
}

/** @param {string} mode of vite.config.ts */
const alone = (mode) => together([(build) => build(mode)]);

const dist = fileURLToPath(new URL('../dist', import.meta.url));
/** Components have chunks of the same name and content: each is built in a folder of its own, so that none reads what another is writing. */
const parts = mkdtempSync(join(tmpdir(), 'htsd-build-'));

/** @param {Build} build @param {string} name of a component's entry */
async function component(build, name) {
  const folder = join(parts, name);
  await build(`component.${name}`, folder);
  cpSync(folder, dist, { recursive: true });
}

try {
  // Empties the folder.
  await alone('production');
  await together([
    () => run('tsc -p tsconfig.types.json'),
    () => run('npm run --silent manifest'),
    ...Object.keys({ ...componentEntries(), ...doorEntries }).map(
      (name) => (/** @type {Build} */ build) => component(build, name),
    ),
    (build) => build('lib'),
    (build) => build('moodle'),
    (build) => build('server'),
    (build) => build('cli'),
    (build) => build('checker'),
  ]);
  // Knows all files of before.
  await alone('worker');
  await run('node scripts/embed-options.mjs');
  await run('node scripts/framework-types.mjs');
  await run('node scripts/node-entries.mjs');
  cpSync(fileURLToPath(new URL('../embed/pages', import.meta.url)), dist, { recursive: true });
  await run('node scripts/third-party.mjs');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const { close } of builders) close();
  rmSync(parts, { recursive: true, force: true });
}
