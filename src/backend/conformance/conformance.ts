import { areaCases } from './area-cases.js';
import { fileCases } from './file-cases.js';
import type { ConformanceCase, Harness } from './harness.js';
import { borderCases } from './border-cases.js';
import { commandCases } from './command-cases.js';
import { fundCases } from './fund-cases.js';
import { fundPublicCases } from './fund-public-cases.js';
import { queryCases } from './query-cases.js';
import { recognitionCases } from './recognition-cases.js';
import { registerCases } from './register-cases.js';
import { registryCases } from './registry-cases.js';
import { reviewCases } from './review-cases.js';
import { createScene, type Scene } from './scene.js';

export type { ConformanceCase, Harness } from './harness.js';

/** What a case does in a fresh tenant. `criteria`: how many the published set has. */
export interface CaseScript {
  name: string;
  criteria?: number;
  run: (scene: Scene, harness: Harness) => Promise<void>;
  /** What the harness must be able to do; the case is left out where it cannot. */
  needs?: Exclude<keyof Harness, 'open'>;
}

/**
 * Everything that a back end must do to stand behind the port, for any test runner: give each case's `run`
 * to it. Every case works in a tenant of its own, so that they can run in any order.
 */
export function conformance(harness: Harness): ConformanceCase[] {
  const scripts: CaseScript[] = [
    ...commandCases,
    ...queryCases,
    ...reviewCases,
    ...recognitionCases,
    ...fundCases,
    ...fundPublicCases,
    ...areaCases,
    ...registerCases,
    ...registryCases,
    ...borderCases,
    ...fileCases,
  ];
  return scripts
    .filter(({ needs }) => needs === undefined || harness[needs] !== undefined)
    .map(({ name, criteria, run }) => ({
      name,
      async run() {
        const scene = await createScene(harness, criteria);
        try {
          await run(scene, harness);
        } finally {
          await scene.end();
        }
      },
    }));
}
