import { defineConfig } from 'vitest/config';

/** Milliseconds that one test over a real page may take; the machine may be a busy one with two cores. */
const pageTimeout = 120_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          globalSetup: ['test/server/one-postgres.ts'],
          environment: 'node',
          // The database in WebAssembly is here for seconds: to compile it again for long use takes longer than its work.
          execArgv: ['--liftoff-only'],
          // They share nothing but modules without a state of their own; loading these once halves the time.
          isolate: false,
          // Properties are tried on hundreds of cases; a busy machine takes its time.
          testTimeout: 30_000,
          // The embedded database takes three seconds to start where nothing else runs.
          hookTimeout: 60_000,
          include: ['{src,embed,scripts}/**/*.test.ts', 'test/{server,foreign,moodle}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'rules',
          environment: 'node',
          isolate: false,
          include: ['test/rules/**/*.test.ts'],
          // Some read everything that was built; how long that takes is for no rule to say.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          // Each look at a page is work for it and for this program.
          expect: { poll: { interval: 150 } },
          environment: 'node',
          include: ['test/e2e/**/*.test.ts'],
          pool: 'forks',
          // A page test waits as long as it computes: two at a time keep two cores busy, three only made each slower.
          maxWorkers: 2,
          // Each file has a site of its own; the browser is the one of its worker, whose modules are loaded once.
          isolate: false,
          testTimeout: pageTimeout,
          hookTimeout: pageTimeout * 2,
        },
      },
    ],
  },
});
