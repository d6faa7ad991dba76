import { isHtsdError } from '../../backend/errors.js';
import type { Problem } from '../view.types.js';

import type { Entry, Trouble } from './entry.types.js';

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

/** The back end has answered, and what it says is that it failed: over what was sent, or over everything. */
export const isFailure = (error: unknown): boolean =>
  isHtsdError(error) && error.code === 'server' && error.retryable;

/** Attempts after which a command is at fault, where others got through; where nothing else was there to tell by. */
const mostAmongOthers = 3;
const mostByItself = 10;

/**
 * What an entry needs a person for. One that the back end fails over time and again is told to him as well, but goes on being
 * tried: the fault is not his, and is over when somebody has mended the back end.
 */
export function troubleOf({ trouble, failed }: Pick<Entry, 'trouble' | 'failed'>): Trouble | undefined {
  if (trouble) return trouble;
  const failing = failed && failed.times >= (failed.others ? mostAmongOthers : mostByItself);
  return failing ? { code: 'failing' } : undefined;
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
