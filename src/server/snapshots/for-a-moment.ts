/** Milliseconds that an answer is given again without being made anew. */
const moment = 60_000;
/** Answers held at a time, where nobody says how many; the oldest goes first. */
const defaultMost = 200;

/** Gives an answer that is at hand, or makes it; what is being made is waited for. */
export type ForAMoment<T> = (key: string, make: () => Promise<T>) => Promise<T>;

/**
 * Holds answers that cost much and that anybody may ask for, so that asking often costs no more than asking once. In memory,
 * and never for longer than a minute; what failed is made anew.
 *
 * @param now milliseconds
 */
export function forAMoment<T>(now: () => number, most = defaultMost): ForAMoment<T> {
  const held = new Map<string, { from: number; answer: Promise<T> }>();
  return (key, make) => {
    const found = held.get(key);
    const age = found && now() - found.from;
    // Of an age below nothing it was made before the clock was set back.
    if (found && age !== undefined && age >= 0 && age < moment) return found.answer;
    const answer = make();
    const one = { from: now(), answer };
    held.delete(key);
    held.set(key, one);
    if (held.size > most) held.delete(held.keys().next().value!);
    answer.catch(() => held.get(key) === one && held.delete(key));
    return answer;
  };
}
