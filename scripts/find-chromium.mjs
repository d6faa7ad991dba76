// @ts-check
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chooseChromium } from './choose-chromium.mjs';

/** @param {string} path */
function starts(path) {
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return true;
  // A stub that only points to another package manager is found by this, not by its presence.
  return spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0;
}

/** @returns {import('./choose-chromium.mjs').Probes} */
function probes() {
  const osRelease = '/etc/os-release';
  return {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    root: process.getuid?.() === 0,
    osRelease: existsSync(osRelease) ? readFileSync(osRelease, 'utf8') : '',
    path: (process.env['PATH'] ?? '').split(delimiter).filter(Boolean),
    playwright: chromium.executablePath(),
    join,
    usable: (path) => existsSync(path) && starts(path),
  };
}

/** @type {Record<import('./choose-chromium.mjs').Install, [string, string[]][]>} */
const installs = {
  'apt-shell': [['apt-get', ['update']], aptInstall('chromium-headless-shell')],
  apt: [aptInstall('chromium')],
  'playwright-with-libraries': [playwrightInstall('--with-deps')],
  playwright: [playwrightInstall()],
};

/** @param {string} browser name of its package @returns {[string, string[]]} */
function aptInstall(browser) {
  return ['apt-get', ['install', '--yes', '--no-install-recommends', browser, 'fonts-dejavu-core']];
}

/** @param {string[]} options @returns {[string, string[]]} */
function playwrightInstall(...options) {
  const cli = fileURLToPath(new URL('../node_modules/playwright-core/cli.js', import.meta.url));
  return [process.execPath, [cli, 'install', ...options, 'chromium']];
}

/** @param {import('./choose-chromium.mjs').Install} how */
function install(how) {
  console.error(`No Chromium found; installing one (${how}).`);
  for (const [command, parameters] of installs[how]) {
    try {
      execFileSync(command, parameters, {
        // What installers say belongs to the log, not to the answer of this script.
        stdio: ['ignore', 2, 2],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
        timeout: 300_000,
      });
    } catch {
      // The next choice is made by what is there, not by how this one failed.
    }
  }
}

/**
 * Finds a Chromium or Chrome for the tests, and installs one where there is none.
 * @returns {Promise<string>} its path; rejects with one sentence that says what to do
 */
export async function findChromium() {
  /** @type {import('./choose-chromium.mjs').Install[]} */
  const tried = [];
  for (;;) {
    const choice = chooseChromium(probes(), tried);
    if ('path' in choice) return choice.path;
    if ('sentence' in choice) throw new Error(choice.sentence);
    install(choice.install);
    tried.push(choice.install);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(await findChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
