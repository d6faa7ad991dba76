import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { benchRoot, projectRoot } from './build.mjs';

const probe = readFileSync(join(benchRoot, 'harness', 'probe.js'), 'utf8');

/** Slow 4G: bytes per second and milliseconds. */
const slow4g = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };

async function options() {
  const script = (name) => pathToFileURL(join(projectRoot, 'scripts', name)).href;
  const { findChromium } = await import(script('find-chromium.mjs'));
  const { chromiumFlags } = await import(script('chromium-flags.mjs'));
  return { executablePath: await findChromium(), args: chromiumFlags() };
}

/** Starts the Chromium that the tests of the project use. */
export async function launch() {
  return chromium.launch(await options());
}

/** The same with its profile in a folder: contexts of the other keep IndexedDB in memory alone. */
export async function launchOnDisk(folder) {
  return chromium.launchPersistentContext(folder, await options());
}

/**
 * Opens a page of a contestant in a profile of its own, with an empty HTTP cache.
 * @param {import('playwright-core').Browser} browser
 * @param {{ driver: string, state?: object, cpu?: number, network?: boolean }} options
 */
export async function openPage(browser, { driver, state, cpu = 1, network = false }) {
  const context = await browser.newContext({ storageState: state, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const failures = [];
  page.on('pageerror', (error) => failures.push(error));
  await page.addInitScript(`${driver}\n${probe}`);
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  if (network) await cdp.send('Network.emulateNetworkConditions', slow4g);
  if (cpu !== 1) await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
  return { context, page, cdp, failures };
}

/** Bytes of living JavaScript objects, after a full collection. */
export async function heap(cdp) {
  for (let round = 0; round < 3; round++) await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}
