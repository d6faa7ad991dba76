import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { bundledLibraries } from './scripts/bundled-libraries.mjs';
import { bundledTests } from './scripts/bundled-tests.mjs';
import { chromiumFlags } from './scripts/chromium-flags.mjs';
import { extraHeaders } from './scripts/extra-headers.mjs';
import { fetchedJson } from './scripts/fetched-json.mjs';
import { findChromium } from './scripts/find-chromium.mjs';
import { isolatedPage } from './scripts/isolated-page.mjs';
import { summaryReporter } from './scripts/summary-reporter.mjs';

const executablePath = await findChromium();
const tsconfig = fileURLToPath(new URL('tsconfig.json', import.meta.url));
const summary = process.env['HTSD_TEST_SUMMARY'];

export default {
  files: ['components/**/*.test.ts', '{src,embed}/**/*.browser.test.ts'],
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  hostname: 'localhost',
  // No `development` condition: Lit's dev build would warn in every test.
  nodeResolve: { exportConditions: ['browser', 'production'] },
  plugins: [
    bundledTests(['components']),
    bundledTests(['src', 'embed'], {
      ending: '.browser.test.ts',
      besides: ['src/client/test-helpers/frame.ts'],
    }),
    bundledLibraries(['src/credential/proof/json-ld-libraries.ts']),
    esbuildPlugin({ ts: true, json: true, target: 'es2022', tsconfig }),
  ],
  middleware: [extraHeaders, fetchedJson],
  reporters: [
    defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }),
    ...(summary ? [summaryReporter(summary)] : []),
  ],
  // In a run of everything, page tests keep the other processor busy.
  concurrency: summary ? 1 : 2,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { ui: 'bdd', timeout: '60000', forbidOnly: true, forbidPending: true } },
  browsers: [
    chromeLauncher({
      launchOptions: { executablePath, args: chromiumFlags() },
      createPage: ({ browser }) => isolatedPage(browser),
    }),
  ],
};
