const LARGEST_TIME = 2 ** 48 - 1;

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of Unix time in milliseconds, then randomness. Ids of different
 * milliseconds sort by time as text. Pure: clock and 16 random bytes come from the caller, of which bytes 6 to 15 are used.
 *
 * @throws RangeError where the time does not fit 48 bits or fewer than 16 bytes are given.
 */
export function uuidv7(nowMs: number, random16: Uint8Array): string {
  const time = Math.floor(nowMs);
  if (!(time >= 0 && time <= LARGEST_TIME && random16.length >= 16))
    throw new RangeError(`A time, or 16 bytes: ${nowMs}, ${random16.length}`);
  const random = random16.slice(6);
  random[0] = 0x70 | (random[0]! & 0x0f);
  random[2] = 0x80 | (random[2]! & 0x3f);
  const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0');
  const all = hex(time, 12) + Array.from(random, (byte) => hex(byte, 2)).join('');
  return all.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5');
}
