import { LettersCount } from './old-letters.js';
import type { SheetEncoding } from './sheet-file.types.js';

/** Bytes decoded in one step. */
const step = 32_768;
/** Steps in which it is looked for letters of old fonts. */
const looked = 4;

export interface CsvText {
  encoding: SheetEncoding;
  /** The text, in order. */
  pieces: string[];
  /** Letters that could not be read, in a text that is mostly sound. */
  broken: number;
}

/**
 * Decodes the bytes of a text file: by its byte order mark, by the noughts of UTF-16, as UTF-8 where that fits, as
 * Windows-1252 where that shows letters of TCVN3 or VNI, and as Windows-1258 otherwise; old Vietnamese programs write all three. `said` overrules it all. Yields bytes decoded.
 */
export function* readCsvText(bytes: Uint8Array, said?: SheetEncoding): Generator<number, CsvText, undefined> {
  const encoding = said ?? encodingByBytes(bytes);
  if (encoding !== undefined) return yield* decodeAs(bytes, encoding);
  const asUtf8 = yield* decodeAs(bytes, 'utf-8');
  if (asUtf8.broken === 0) return asUtf8;
  // A few bad bytes among many good letters are damage; Windows-1258 leaves hardly a letter good.
  const letters = asUtf8.pieces.reduce(
    (sum, piece) => sum + (piece.match(/[\u0080-\ufffc]/g)?.length ?? 0),
    0,
  );
  if (asUtf8.broken * 20 < letters) return asUtf8;
  // Bytes of the fonts of before Unicode are told by letters of theirs that make syllables.
  const asFonts = yield* decodeAs(bytes, 'windows-1252');
  const count = new LettersCount();
  for (const piece of asFonts.pieces.slice(0, looked)) {
    count.add(piece);
    yield bytes.length;
  }
  return count.found === 'tcvn3' || count.found === 'vni' ? asFonts : yield* decodeAs(bytes, 'windows-1258');
}

function encodingByBytes(bytes: Uint8Array): SheetEncoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  // Figures, separators and line ends have a nought beside them in UTF-16; no other text has any.
  const noughts = [0, 0];
  const first4k = Math.min(bytes.length, 4096);
  for (let at = 0; at < first4k; at += 1) if (bytes[at] === 0) noughts[at % 2] = (noughts[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = noughts;
  if (odd > first4k / 10 && odd > even * 4) return 'utf-16le';
  return even > first4k / 10 && even > odd * 4 ? 'utf-16be' : undefined;
}

function* decodeAs(bytes: Uint8Array, encoding: SheetEncoding): Generator<number, CsvText, undefined> {
  // The mark itself is dropped by the decoder.
  const decoder = new TextDecoder(encoding);
  const pieces: string[] = [];
  let broken = 0;
  for (let at = 0; at < bytes.length; at += step) {
    const piece = decoder.decode(bytes.subarray(at, at + step), { stream: at + step < bytes.length });
    broken += piece.match(/\ufffd/g)?.length ?? 0;
    pieces.push(piece);
    yield Math.min(at + step, bytes.length);
  }
  return { encoding, pieces, broken };
}
