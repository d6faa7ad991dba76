import { isHtsdError } from '../../backend/errors.js';
import type { Problem } from '../view.types.js';

/**
 * What to do when a whole call failed. `later`: everything is kept and tried again. `sign-in`: kept until the person has
 * signed in. `apart`: something in it is refused; a batch is divided until what is refused is found.
 */
export type Course = 'later' | 'sign-in' | 'apart';

export function courseOf(error: unknown): Course {
  // What is no error of the port is a fault of ours or of the adapter: nothing may be lost by it.
  if (!isHtsdError(error)) return 'later';
  if (error.code === 'unauthenticated') return 'sign-in';
  return error.retryable ? 'later' : 'apart';
}

const first = 2_000;
const longest = 5 * 60_000;

/**
 * Milliseconds until the next attempt: doubled with each failure up to five minutes, and spread at random, so that a
 * province whose server was away does not come back all at once. Never before the server said.
 */
export function waitAfter(failures: number, problem: Problem | undefined, random: () => number): number {
  const step = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  const asked = Number(problem?.params['seconds']) * 1_000;
  const least = problem?.code === 'rate-limited' && asked > 0 ? asked : 0;
  return Math.round(least + step * (0.5 + random() / 2));
}
