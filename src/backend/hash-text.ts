import { _SHA256, sha256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();
/** Bytes that a UTF-16 unit becomes at most. */
const most = 3;
const block = 64;
/** The mark after the last byte, and the length in bits, which fits 32 of its 64. */
const ending = 9;
const longest = 4_096;
/** Looked at through one view for ever: a view for each text would take a tenth of the time of hashing it. */
const room = new Uint8Array(longest + 2 * block);
const view = new DataView(room.buffer);
const digest = new Uint8Array(32) as Uint8Array<ArrayBuffer> & { toHex?: () => string };
const digestView = new DataView(digest.buffer);
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The library's own rounds over a text that lies in the room already: nothing is copied, and nothing made, per text. */
class RoomHash extends _SHA256 {
  readonly #begin = this.get();

  /** Hash of the first bytes of the room, as bytes into `digest`. */
  take(bytes: number): void {
    const end = Math.ceil((bytes + ending) / block) * block;
    room[bytes] = 0x80;
    room.fill(0, bytes + 1, end - 4);
    view.setUint32(end - 4, bytes * 8);
    this.set(...this.#begin);
    for (let at = 0; at < end; at += block) this.process(view, at);
    digestView.setUint32(0, this.A);
    digestView.setUint32(4, this.B);
    digestView.setUint32(8, this.C);
    digestView.setUint32(12, this.D);
    digestView.setUint32(16, this.E);
    digestView.setUint32(20, this.F);
    digestView.setUint32(24, this.G);
    digestView.setUint32(28, this.H);
  }
}

const hash = new RoomHash();

/**
 * SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal; at once, because a ledger is a chain of a hundred thousand of
 * them, and `crypto.subtle` would make each a promise.
 */
export function hashText(text: string): string {
  // A payload as a whole.
  if (text.length * most > longest) return hexOf(sha256(encoder.encode(text)));
  hash.take(encoder.encodeInto(text, room).written);
  return digest.toHex?.() ?? hexOf(digest);
}

function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += pairs[byte]!;
  return hex;
}
