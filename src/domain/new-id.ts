const LARGEST_TIME = 2 ** 48 - 1;

/**
 * A UUID of version 7 (RFC 9562, section 5.7): 48 bits of Unix time in milliseconds, then randomness. Ids of different
 * milliseconds sort by time as text. Pure: clock and 16 random bytes come from the caller, of which bytes 6 to 15 are used.
 *
 * @throws RangeError where the time does not fit 48 bits or fewer than 16 bytes are given.
 */
export function uuidv7(nowMs: number, random16: Uint8Array): string {
  const time = Math.floor(nowMs);
  if (!(time >= 0 && time <= LARGEST_TIME)) throw new RangeError(`time out of range: ${nowMs}`);
  if (random16.length < 16) throw new RangeError(`16 random bytes needed, got ${random16.length}`);
  const random = [...random16.subarray(6, 16)];
  random[0] = 0x70 | ((random[0] ?? 0) & 0x0f);
  random[2] = 0x80 | ((random[2] ?? 0) & 0x3f);
  const hex =
    time.toString(16).padStart(12, '0') + random.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
