const digit = 2048;

/**
 * The order of rows by a key that is a whole number of 0 to 2⁵³, rows of equal keys as they were. Counting digits is
 * linear, and can pause between them.
 */
export function* orderBy(keys: ArrayLike<number>, count: number): Generator<void, Uint32Array, undefined> {
  let largest = 0;
  for (let row = 0; row < count; row++) if (keys[row]! > largest) largest = keys[row]!;
  yield;
  let from = new Uint32Array(count);
  for (let row = 0; row < count; row++) from[row] = row;
  let into = new Uint32Array(count);
  for (let unit = 1; unit <= largest; unit *= digit) {
    const places = new Uint32Array(digit + 1);
    for (let row = 0; row < count; row++) places[(Math.floor(keys[row]! / unit) % digit) + 1]!++;
    for (let value = 0; value < digit; value++) places[value + 1]! += places[value]!;
    yield;
    for (let at = 0; at < count; at++) {
      const row = from[at]!;
      into[places[Math.floor(keys[row]! / unit) % digit]!++] = row;
    }
    [from, into] = [into, from];
    yield;
  }
  return from;
}
