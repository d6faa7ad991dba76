import { Gunzip, Unzlib } from 'fflate';
import { concat, type Bytes } from '../format/bytes.js';

/** So few bytes at a time that what comes out of one step (a thousand times as many at most) stays small. */
const step = 512;

/**
 * Unpacks gzip or zlib, or undefined: damaged, cut short, or more than `cap` bytes. A bomb is put away with at most one
 * step's output beyond the cap.
 */
export function unpack(packed: Uint8Array, cap: number, format: 'gzip' | 'zlib' = 'gzip'): Bytes | undefined {
  const parts: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const take = (chunk: Uint8Array, final: boolean): void => {
    parts.push(chunk);
    length += chunk.length;
    ended = final;
  };
  const stream = format === 'gzip' ? new Gunzip(take) : new Unzlib(take);
  try {
    for (let at = 0; at < packed.length && length <= cap; at += step) {
      stream.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch (error) {
    // The library throws errors with a number for what is no such stream.
    if (error instanceof Error) return undefined;
    throw error;
  }
  if (!ended || length > cap || (format === 'gzip' && length !== lengthInTrailer(packed))) return undefined;
  return concat(...parts);
}

/** What a gzip says of its own length; the library does not look at it. */
const lengthInTrailer = (packed: Uint8Array): number =>
  packed.length < 4 ? -1 : new DataView(packed.buffer, packed.byteOffset).getUint32(packed.length - 4, true);
