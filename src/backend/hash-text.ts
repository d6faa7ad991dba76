import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const encoder = new TextEncoder();

/**
 * SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal; at once, because a ledger is a chain of a hundred thousand of
 * them, and `crypto.subtle` would make each a promise.
 */
export function hashText(text: string): string {
  return bytesToHex(sha256(encoder.encode(text)));
}
