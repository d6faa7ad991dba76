/** Tokens that were believed a moment ago. */
export interface Believed<T> {
  get(token: string): T | undefined;
  /** @param until milliseconds of the clock at which it ends by itself */
  keep(token: string, value: T, until: number): void;
}

/** Milliseconds that a token is believed without another look at its signature: as long, too, as a key that was taken back. */
const moment = 15_000;
/** Tokens remembered at a time. */
const most = 10_000;

/**
 * Who has just been believed is for some seconds, as long as his token lasts: what is sent in one go is signed by one key. In
 * memory, and never beyond the moment.
 */
export function remembering<T>(now: () => number = Date.now): Believed<T> {
  const known = new Map<string, { value: T; until: number }>();
  return {
    get(token) {
      const found = known.get(token);
      if (!found) return undefined;
      const left = found.until - now();
      // More than was given: the clock was put back.
      if (left > 0 && left <= moment) return found.value;
      known.delete(token);
      return undefined;
    },
    keep(token, value, until) {
      known.set(token, { value, until: Math.min(until, now() + moment) });
      if (known.size > most) known.delete(known.keys().next().value!);
    },
  };
}
