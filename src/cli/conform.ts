import {
  conformance,
  conformanceParts,
  type ConformanceCase,
  type Harness,
} from '../backend/conformance/conformance.js';
import { admin } from '../backend/conformance/scene.js';
import { createHttpAdapter, createMappedAdapter } from '../backend/http/http-adapter.js';
import { isHtsdError } from '../backend/errors.js';
import type { Backend } from '../backend/port.js';
import type { Conform } from './conform-config.js';
import { tokensBy } from './sign-in.js';
import { visitorCases } from './visitor-cases.js';

/** Nothing could be tried, and why, in a sentence. */
export class NotTried extends Error {}

/** Tries a back end, and prints what fits and what does not. Answers how many cases failed. Rejects with `NotTried`. */
export async function conform(config: Conform, print: (line: string) => void): Promise<number> {
  const { baseUrl, mapping, signIn, parts = conformanceParts } = config;
  /** What was asked last, over the network: where something does not fit, it mostly came of that. */
  const asked: string[] = [];
  let undecided = false;
  const noting: typeof fetch = async (input, init) => {
    const request = `${init?.method ?? 'GET'} ${String(input instanceof Request ? input.url : input)}`;
    asked.push(request);
    const answer = await fetch(input, init);
    undecided ||= answer.status === 202;
    const type = answer.headers.get('content-type')?.split(';', 1)[0];
    asked[asked.lastIndexOf(request)] =
      `${request}, answered ${answer.status}${type === undefined || /json/.test(type) ? '' : ` (${type})`}`;
    return answer;
  };
  const open = (token?: () => Promise<string>, province?: string): Backend =>
    mapping
      ? createMappedAdapter({ baseUrl, mapping, token, fetch: noting })
      : createHttpAdapter({ baseUrl, token, province, fetch: noting });
  const cases: ConformanceCase[] = visitorCases(() => open());
  await open()
    .session()
    .catch((error: unknown) => {
      if (!isHtsdError(error) || error.code !== 'offline') return;
      throw new NotTried(`Nothing answers at ${baseUrl}: ${causesOf(error).join(': ')}.`);
    });
  if (signIn) {
    const tokenFor = tokensBy(signIn);
    await tokenFor('conformance-sign-in', admin).catch((error: unknown) => {
      throw new NotTried(`Nobody can be signed in: ${[sentenceOf(error), ...causesOf(error)].join(': ')}`);
    });
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
    asked.length = 0;
    try {
      await run();
      print(`ok    ${name}`);
    } catch (error) {
      failed += 1;
      print(`FAIL  ${name}`);
      print(`      ${sentenceOf(error)}`);
      if (asked.length > 0) print(`      The last request: ${asked.at(-1)}.`);
    }
  }
  print('');
  print(failed === 0 ? `All ${cases.length} cases fit.` : `${failed} of ${cases.length} cases do not fit.`);
  if (failed > 0 && undecided && mapping && !mapping.later)
    print(
      'Some answers had the status 202, and nothing is decided yet: "later" of the mapping says where to ask.',
    );
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
  return [`the call failed with "${error.code}"`, ...params, ...causesOf(error)].join(', ');
}

/** What it rests on, down to what the system said: "fetch failed" alone tells nobody anything. */
function causesOf(error: unknown): string[] {
  const cause = error instanceof Error ? error.cause : undefined;
  if (!(cause instanceof Error)) return [];
  const said = cause.message || ('code' in cause ? String(cause.code) : cause.name);
  return [said, ...causesOf(cause)];
}
