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
 * Stages follow each other; the lanes of a stage go side by side, the steps of a lane one after the other.
 * What is quick and what fails most often comes first; two lanes are what two cores carry.
 * @type {Step[][][]}
 */
const stages = [
  // What is built rests on nothing that is tested beside it, nor the other way round.
  [
    [
      { name: 'types', script: 'typecheck' },
      { name: 'lint', script: 'lint' },
      { name: 'build', script: 'build' },
      // The manifest itself was made by the build.
      { name: 'docs', script: 'docs:pages' },
      { name: 'rules', script: 'test:rules', report: vitest },
      { name: 'size', script: 'size' },
      // Begun when the other lane, which is one program, has a part of its way left.
      inBrowser('browser', '{src,embed}/**/*.browser.test.ts', 2),
    ],
    [
      { name: 'format', script: 'format:check' },
      { name: 'unit', script: 'test:unit', report: vitest },
    ],
  ],
  // Tests over pages wait as often as they compute: both kinds side by side fill each other's pauses.
  [
    [inBrowser('components', 'components/**/*.test.ts')],
    [{ name: 'e2e', script: 'test:e2e', browser: true, report: vitest }],
  ],
];

/**
 * @param {Step} step
 * @param {string} file
 * @param {boolean} alone nothing else writes meanwhile; else what it says comes when it has ended
 * @returns {Promise<boolean>} whether it went well
 */
function run({ script, report }, file, alone) {
  const { options = [], env = {} } = report?.(file) ?? {};
  const parameters = ['run', '--silent', script, ...(options.length ? ['--', ...options] : [])];
  // npm is a .cmd file on Windows, which only a shell starts.
  const shell = process.platform === 'win32';
  const stdio = alone ? 'inherit' : 'pipe';
  const child = spawn('npm', parameters, { stdio, shell, env: { ...process.env, ...env } });
  /** @type {Buffer[]} */
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(data));
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

/** @param {Step} step @param {boolean} alone */
async function take(step, alone) {
  const start = Date.now();
  const file = join(numbers, `${step.name}.json`);
  let well = true;
  if (step.browser) {
    try {
      process.env['CHROME_PATH'] = await findChromium();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      well = false;
    }
  }
  well &&= await run(step, file, alone);
  const numbersOfStep = count(file, well);
  // What a runner says with its end is not believed against its own numbers.
  well &&= numbersOfStep.failed === 0;
  total.passed += numbersOfStep.passed;
  total.failed += numbersOfStep.failed;
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`[${step.name}] ${well ? 'passed' : 'FAILED'} in ${seconds} s`);
  if (!well) failed.push(step.name);
}

/** @param {Step[]} lane @param {boolean} alone */
async function follow(lane, alone) {
  for (const step of lane) if (failed.length === 0) await take(step, alone);
}

for (const [index, stage] of stages.entries()) {
  console.log(
    `\n[${index + 1}/${stages.length}] ${stage
      .flat()
      .map(({ name }) => name)
      .join(', ')}`,
  );
  await Promise.all(stage.map((lane) => follow(lane, stage.length === 1)));
  if (failed.length > 0) break;
}
rmSync(numbers, { recursive: true, force: true });

const seconds = ((Date.now() - begin) / 1000).toFixed(0);
console.log(
  failed.length > 0
    ? `\nStopped at "${failed.join(', ')}" after ${seconds} s.`
    : `\nEverything passed in ${seconds} s.`,
);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;
