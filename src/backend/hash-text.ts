import { hashBlocks } from './sha256-rounds.js';

const encoder = new TextEncoder();
/** Bytes that a UTF-16 unit becomes at most. */
const most = 3;
const block = 64;
/** The mark after the last byte, and the length in bits, of which 53 of its 64 are ever needed. */
const ending = 9;
const longest = 4_096;
const roomFor = (bytes: number): Uint8Array<ArrayBuffer> => new Uint8Array(bytes + 2 * block);
const viewOf = ({ buffer }: Uint8Array<ArrayBuffer>): DataView => new DataView(buffer);
/** Looked at through one view for ever: a view for each text would take a tenth of the time of hashing it. */
const usual = roomFor(longest);
const usualView = viewOf(usual);
const digest = new Uint8Array(32) as Uint8Array<ArrayBuffer> & { toHex?: () => string };
const digestView = viewOf(digest);
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal; at once, because a ledger is a chain of a hundred thousand of
 * them, and `crypto.subtle` would make each a promise.
 */
export function hashText(text: string): string {
  const fits = text.length * most <= longest;
  // A payload as a whole has a room of its own.
  const room = fits ? usual : roomFor(text.length * most);
  const view = fits ? usualView : viewOf(room);
  const bytes = encoder.encodeInto(text, room).written;
  const end = Math.ceil((bytes + ending) / block) * block;
  room[bytes] = 0x80;
  room.fill(0, bytes + 1, end - 8);
  view.setUint32(end - 8, Math.floor(bytes / 2 ** 29));
  view.setUint32(end - 4, bytes * 8);
  hashBlocks(view, end, digestView);
  return digest.toHex?.() ?? hexOf(digest);
}

/**
 * The same of a text that may be megabytes long, such as all that an import says: by the browser beside the page, which
 * goes on meanwhile, where the page is safe enough to have that.
 */
export async function hashLong(text: string): Promise<string> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle || text.length * most <= longest) return hashText(text);
  return hexOf(new Uint8Array(await subtle.digest('SHA-256', encoder.encode(text))));
}

function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += pairs[byte]!;
  return hex;
}
