import { sha256 } from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();
/** Bytes that a UTF-16 unit becomes at most. */
const most = 3;
const room = new Uint8Array(4_096);
const digest = new Uint8Array(32);
const fresh = sha256.create();
/** Used again and again: making one takes as long as hashing an entry. */
const state = sha256.create();
const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/**
 * SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal; at once, because a ledger is a chain of a hundred thousand of
 * them, and `crypto.subtle` would make each a promise.
 */
export function hashText(text: string): string {
  // A payload as a whole.
  if (text.length * most > room.length) return hexOf(sha256(encoder.encode(text)));
  const { written } = encoder.encodeInto(text, room);
  fresh._cloneInto(state).update(room.subarray(0, written)).digestInto(digest);
  return hexOf(digest);
}

function hexOf(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += pairs[byte]!;
  return hex;
}
