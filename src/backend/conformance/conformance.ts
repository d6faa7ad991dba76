import { achievementCases } from './achievement-cases.js';
import { areaCases } from './area-cases.js';
import { fileCases } from './file-cases.js';
import { conformanceParts, type ConformanceCase, type Harness, type Part } from './harness.js';
import { checkedHarness } from './checked-harness.js';
import { borderCases } from './border-cases.js';
import { commandCases } from './command-cases.js';
import { fundCases } from './fund-cases.js';
import { fundPublicCases } from './fund-public-cases.js';
import { keepingCases } from './keeping-cases.js';
import { queryCases } from './query-cases.js';
import { recognitionCases } from './recognition-cases.js';
import { registerCases } from './register-cases.js';
import { registryCases } from './registry-cases.js';
import { reviewCases } from './review-cases.js';
import { scopeCases } from './scope-cases.js';
import { createScene, type Scene } from './scene.js';

export { conformanceParts, type ConformanceCase, type Harness, type Part } from './harness.js';

/** What a case does in a fresh tenant. `criteria`: how many the published set has. */
export interface CaseScript {
  name: string;
  criteria?: number;
  run: (scene: Scene, harness: Harness) => Promise<void>;
  /** What the harness must be able to do; the case is left out where it cannot. */
  needs?: Exclude<keyof Harness, 'open' | 'parts'>;
  /** Another part that it works with; the case is left out where the back end does not offer that. */
  also?: Part;
}

const scripts: Record<Part, readonly CaseScript[]> = {
  core: [...commandCases, ...keepingCases, ...queryCases, ...borderCases],
  review: reviewCases,
  recognition: [...recognitionCases, ...registryCases],
  funds: [...fundCases, ...fundPublicCases],
  places: areaCases,
  scopes: scopeCases,
  register: registerCases,
  files: fileCases,
  achievements: achievementCases,
};

/**
 * Everything that a back end must do to stand behind the port, for any test runner: give each case's `run`
 * to it. Every case works in a tenant of its own, so that they can run in any order. A back end that offers a part only says
 * so in the harness.
 */
export function conformance(given: Harness): ConformanceCase[] {
  const harness = checkedHarness(given);
  const { parts = conformanceParts } = harness;
  return conformanceParts
    .filter((part) => parts.includes(part))
    .flatMap((part) => scripts[part])
    .filter(({ needs }) => needs === undefined || harness[needs] !== undefined)
    .filter(({ also }) => also === undefined || parts.includes(also))
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
