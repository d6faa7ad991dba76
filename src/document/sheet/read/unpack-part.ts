import { Inflate } from 'fflate';
import { SheetFault, type SheetLimits } from './sheet-file.types.js';
import type { ZipEntry } from './zip-directory.js';

/** So few bytes at a time that even of a bomb one step yields 4 MB at most. */
const step = 4096;
/** What unpacks well is handed on in pieces that take a moment each to read. */
const pieceSize = 16_384;

/** Counts what really came out of an archive, over all its parts. */
export interface Meter {
  readonly limits: SheetLimits;
  unpacked: number;
}

/**
 * Unpacks one part, piece by piece. Sizes are counted as they come out, never read from a header. Throws a
 * `SheetFault`: `bomb` beyond a limit, `damaged` for bytes that are no such stream or not those that were packed.
 */
export function* unpackPart(entry: ZipEntry, meter: Meter): Generator<Uint8Array, void, undefined> {
  const { packed, deflated } = entry;
  let pieces: Uint8Array[] = [];
  let length = 0;
  let crc = -1;
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < packed.length || at === 0; at += step) {
    const some = packed.subarray(at, at + step);
    if (deflated) push(inflate, some, at + step >= packed.length);
    else pieces.push(some);
    for (const piece of pieces) {
      length += piece.length;
      meter.unpacked += piece.length;
      check(length, packed.length, meter);
      crc = crcOf(piece, crc);
      for (let from = 0; from < piece.length; from += pieceSize) yield piece.subarray(from, from + pieceSize);
    }
    pieces = [];
  }
  if (~crc >>> 0 !== entry.crc) throw new SheetFault('damaged');
}

/** Unpacks a part that is needed as a whole. */
export function* unpackWhole(entry: ZipEntry, meter: Meter): Generator<number, Uint8Array, undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const piece of unpackPart(entry, meter)) {
    pieces.push(piece);
    length += piece.length;
    if (length > meter.limits.kept) throw new SheetFault('bomb');
    yield meter.unpacked;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function push(inflate: Inflate, some: Uint8Array, last: boolean): void {
  try {
    inflate.push(some, last);
  } catch (error) {
    // The library throws errors with a number for what is no such stream.
    if (error instanceof Error) throw new SheetFault('damaged');
    throw error;
  }
}

function check(length: number, packed: number, { limits, unpacked }: Meter): void {
  const tooDense = length > limits.ratioFrom && length > packed * limits.ratio;
  if (tooDense || unpacked > limits.unpacked) throw new SheetFault('bomb');
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** One flipped bit can turn an amount into another, and the stream may still be one. */
function crcOf(bytes: Uint8Array, before: number): number {
  let crc = before;
  for (let at = 0; at < bytes.length; at += 1)
    crc = (crc >>> 8) ^ (table[(crc ^ (bytes[at] ?? 0)) & 255] ?? 0);
  return crc;
}
