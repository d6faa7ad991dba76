/** The fewest entries of a list: so many that an index tells nobody which title was looked up. */
export const minEntries = 131_072;
/** A list of 4 million entries is half a megabyte unpacked; no commune has as many titles. */
export const maxEntries = 4_194_304;

/** The entry at an index; the first one is the leftmost bit. */
export const getBit = (bits: Uint8Array, index: number): boolean =>
  (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1;

/** The list with one entry changed; the given one stays as it is. */
export function setBit(bits: Uint8Array, index: number, value: boolean): Uint8Array<ArrayBuffer> {
  if (!Number.isInteger(index) || index < 0 || index >= bits.length * 8) {
    throw new RangeError(`No entry ${index} in a list of ${bits.length * 8}.`);
  }
  const changed = new Uint8Array(bits);
  const mask = 1 << (7 - (index & 7));
  const byte = changed[index >> 3] ?? 0;
  changed[index >> 3] = value ? byte | mask : byte & ~mask;
  return changed;
}
