// @ts-check
import { writeFileSync } from 'node:fs';

/** @typedef {{ tests: { passed: boolean }[], suites: Suite[] }} Suite */

/** @param {Suite} suite @returns {boolean[]} */
const outcomes = (suite) => [...suite.tests.map(({ passed }) => passed), ...suite.suites.flatMap(outcomes)];

/**
 * Reporter for the browser tests that leaves the numbers in a file, for a run of everything to add up.
 * @param {string} file
 */
export function summaryReporter(file) {
  return {
    /** @param {{ sessions: Iterable<{ passed?: boolean, errors: unknown[], testResults?: Suite }> }} run */
    onTestRunFinished({ sessions }) {
      let passed = 0;
      let failed = 0;
      for (const { testResults, errors, passed: fine } of sessions) {
        const tests = testResults ? outcomes(testResults) : [];
        const wrong = tests.filter((outcome) => !outcome).length;
        passed += tests.length - wrong;
        // A file that could not be loaded has no tests to count, and is still one failure.
        failed += wrong || (errors.length || !fine ? 1 : 0);
      }
      writeFileSync(file, JSON.stringify({ passed, failed }));
    },
  };
}
