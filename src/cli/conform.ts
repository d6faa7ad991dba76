import {
  conformance,
  conformanceParts,
  type ConformanceCase,
  type Harness,
} from '../backend/conformance/conformance.js';
import { createHttpAdapter, createMappedAdapter } from '../backend/http/http-adapter.js';
import { isHtsdError } from '../backend/errors.js';
import type { Backend } from '../backend/port.js';
import type { Conform } from './conform-config.js';
import { tokensBy } from './sign-in.js';
import { visitorCases } from './visitor-cases.js';

/** Tries a back end, and prints what fits and what does not. Answers how many cases failed. */
export async function conform(config: Conform, print: (line: string) => void): Promise<number> {
  const { baseUrl, mapping, signIn, parts = conformanceParts } = config;
  /** What was asked last, over the network: where something does not fit, it mostly came of that. */
  let last: string | undefined;
  const noting: typeof fetch = async (input, init) => {
    last = `${init?.method ?? 'GET'} ${String(input instanceof Request ? input.url : input)}`;
    const answer = await fetch(input, init);
    last += `, answered ${answer.status}`;
    return answer;
  };
  const open = (token?: () => Promise<string>, province?: string): Backend =>
    mapping
      ? createMappedAdapter({ baseUrl, mapping, token, fetch: noting })
      : createHttpAdapter({ baseUrl, token, province, fetch: noting });
  const cases: ConformanceCase[] = visitorCases(() => open());
  if (signIn) {
    const tokenFor = tokensBy(signIn);
    const harness: Harness = {
      parts,
      async open({ tenant, actor }) {
        if (!actor) return open(undefined, tenant);
        // One token does for a case; a new one for each call would try the sign-in and not the back end.
        const token = tokenFor(tenant, actor);
        await token;
        return open(() => token);
      },
    };
    cases.push(...conformance(harness));
  }
  let failed = 0;
  for (const { name, run } of cases) {
    last = undefined;
    try {
      await run();
      print(`ok    ${name}`);
    } catch (error) {
      failed += 1;
      print(`FAIL  ${name}`);
      print(`      ${sentenceOf(error)}`);
      if (last !== undefined) print(`      The last request: ${last}.`);
    }
  }
  print('');
  print(failed === 0 ? `All ${cases.length} cases fit.` : `${failed} of ${cases.length} cases do not fit.`);
  const left = conformanceParts.filter((part) => !parts.includes(part));
  if (signIn && left.length > 0)
    print(`Left out, because the configuration does not name them: ${left.join(', ')}.`);
  if (!signIn)
    print(
      'Tried as a visitor only. With "signIn" in a configuration everything else is tried: see docs/adapters.md.',
    );
  return failed;
}

/** What went wrong, for a developer: the code of the port, what came with it, and what it rests on. */
function sentenceOf(error: unknown): string {
  if (!isHtsdError(error)) {
    // Not a sentence of the suite: it stumbled over an answer.
    if (error instanceof TypeError) return `the answer cannot be read: ${error.message}`;
    return error instanceof Error ? error.message : String(error);
  }
  const params = Object.entries(error.params).map(([key, value]) => `${key}: ${value}`);
  const cause = error.cause instanceof Error ? [error.cause.message] : [];
  return [`the call failed with "${error.code}"`, ...params, ...cause].join(', ');
}
