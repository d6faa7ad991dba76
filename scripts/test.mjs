// @ts-check
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './find-chromium.mjs';

const numbers = mkdtempSync(join(tmpdir(), 'htsd-test-'));

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} script name of the npm script
 * @property {boolean} [browser] needs a Chromium
 * @property {string} [after] name of the step of the other lane that it waits for
 * @property {(file: string) => { options?: string[], env?: Record<string, string> }} [report] makes the runner leave its numbers in a file
 */

/** @param {string} file */
const vitest = (file) => ({
  options: ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
});

/**
 * Tests that run within a browser, of these files.
 * @param {string} name
 * @param {string} files
 * @param {number} [pages] how many files at a time
 * @returns {Step}
 */
const inBrowser = (name, files, pages = 1) => ({
  name,
  script: 'test:browser',
  browser: true,
  report: (file) => ({
    options: ['--files', files, '--concurrency', String(pages)],
    env: { HTSD_TEST_SUMMARY: file },
  }),
});

/**
 * Two lanes go side by side, which is what two cores carry; the steps of a lane one after the other. What is quick and what
 * fails most often comes first. Tests over pages wait as often as they compute: both kinds side by side fill each other's pauses.
 * @type {Step[][]}
 */
const lanes = [
  [
    { name: 'types', script: 'typecheck' },
    { name: 'lint', script: 'lint' },
    { name: 'build', script: 'build' },
    // The manifest itself was made by the build.
    { name: 'docs', script: 'docs:pages' },
    { name: 'rules', script: 'test:rules', report: vitest },
    { name: 'size', script: 'size' },
    inBrowser('components', 'components/**/*.test.ts'),
  ],
  [
    { name: 'format', script: 'format:check' },
    { name: 'unit', script: 'test:unit', report: vitest },
    { name: 'e2e', script: 'test:e2e', browser: true, after: 'build', report: vitest },
  ],
];
/** Taken by the lane that is done first; two pages at a time, since the other one has little left. */
const rest = [inBrowser('browser', '{src,embed}/**/*.browser.test.ts', 2)];

/**
 * What it says comes when it has ended: something else writes meanwhile.
 * @param {Step} step
 * @param {string} file
 * @returns {Promise<boolean>} whether it went well
 */
function run({ script, report }, file) {
  const { options = [], env = {} } = report?.(file) ?? {};
  const parameters = ['run', '--silent', script, ...(options.length ? ['--', ...options] : [])];
  // npm is a .cmd file on Windows, which only a shell starts.
  const shell = process.platform === 'win32';
  const child = spawn('npm', parameters, { shell, env: { ...process.env, ...env } });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => said.push(data));
  return new Promise((done) => {
    child.on('error', () => done(false));
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said));
      done(code === 0);
    });
  });
}

/**
 * Numbers of one step: those of its runner, else the step itself counts as one check.
 * @param {string} file
 * @param {boolean} well
 */
function count(file, well) {
  if (!existsSync(file)) return { passed: well ? 1 : 0, failed: well ? 0 : 1 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const passed = report.numPassedTests ?? report.passed ?? 0;
  const failed = report.numFailedTests ?? report.failed ?? 0;
  // A runner may fail without a failed test: a file that does not load, an unhandled error.
  return { passed, failed: well ? failed : Math.max(failed, 1) };
}

const total = { passed: 0, failed: 0 };
const begin = Date.now();
/** @type {string[]} */
const failed = [];
/** By the names of steps: tells that one has ended, well or not, and waits for it. @type {Map<string, () => void>} */
const ended = new Map();
const ends = new Map(
  lanes
    .flat()
    .map(({ name }) => [name, /** @type {Promise<void>} */ (new Promise((done) => ended.set(name, done)))]),
);

/** Looked for, and installed where there is none, once: two installers at a time lock each other out. @type {Promise<string> | undefined} */
let chromium;

/** @param {Step} step */
async function take(step) {
  const start = Date.now();
  const file = join(numbers, `${step.name}.json`);
  let well = true;
  if (step.browser) {
    try {
      chromium ??= findChromium();
      process.env['CHROME_PATH'] = await chromium;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      well = false;
    }
  }
  well &&= await run(step, file);
  const numbersOfStep = count(file, well);
  // What a runner says with its end is not believed against its own numbers.
  well &&= numbersOfStep.failed === 0;
  total.passed += numbersOfStep.passed;
  total.failed += numbersOfStep.failed;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`[${step.name}] ${well ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (!well) failed.push(step.name);
  // After a failure nobody waits for what will not be begun.
  for (const [name, done] of ended) if (!well || name === step.name) done();
}

/** @param {Step[]} lane */
async function follow(lane) {
  for (const queue of [lane, rest])
    for (let step = queue.shift(); step; step = queue.shift()) {
      if (step.after) await ends.get(step.after);
      if (failed.length > 0) return;
      await take(step);
    }
}

console.log(`Side by side: ${lanes.map((lane) => lane.map(({ name }) => name).join(', ')).join(' | ')}`);
await Promise.all(lanes.map(follow));
rmSync(numbers, { recursive: true, force: true });

const seconds = ((Date.now() - begin) / 1000).toFixed(0);
console.log(
  failed.length > 0
    ? `\nStopped at "${failed.join(', ')}" after ${seconds} s.`
    : `\nEverything passed in ${seconds} s.`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
