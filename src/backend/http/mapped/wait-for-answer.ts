import { HtsdError } from '../../errors.js';
import { jsonOf, type Answered } from '../transport.js';
import type { Mapping } from './mapping.schema.js';
import { at } from './paths.js';
import { pathWithin, placed } from './placed.js';

interface WaitParts {
  later: NonNullable<Mapping['later']>;
  baseUrl: string;
  /** Milliseconds after which the answer is given up. */
  timeout: number;
  ask: (path: string) => Promise<Answered>;
}

/**
 * Follows an answer 202 to where it says that the real one will be. Errors: timeout, after which the same command may be sent
 * again; server, where it says no address below the base; AbortError.
 */
export async function waitForAnswer(
  first: Answered,
  { later, baseUrl, timeout, ask }: WaitParts,
  signal: AbortSignal | undefined,
): Promise<Answered> {
  if (first.status !== 202) return first;
  const link = placed(later.address, jsonOf(first), first.headers);
  const path = typeof link === 'string' ? pathWithin(link, baseUrl) : undefined;
  if (path === undefined)
    throw new HtsdError('server', { params: { reason: 'malformed', field: 'later/address' } });
  const end = performance.now() + timeout;
  let answer = first;
  do {
    const told = Number(answer.headers.get('retry-after') ?? NaN);
    const wait = (told > 0 ? Math.min(told, 10) : (later.every ?? 1)) * 1000;
    if (performance.now() + wait > end) throw new HtsdError('timeout');
    await pause(wait, signal);
    answer = await ask(path);
  } while (answer.status === 202 || goesOn(later.pending, answer));
  return answer;
}

const goesOn = (pending: WaitParts['later']['pending'], answer: Answered): boolean =>
  pending !== undefined &&
  answer.ok &&
  pending.is.some((word) => String(word) === String(at(jsonOf(answer), pending.at)));

function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, fail) => {
    const stop = (): void => {
      clearTimeout(timer);
      fail(new DOMException('Aborted', 'AbortError'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      done();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted) stop();
  });
}
