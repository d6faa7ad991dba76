import { sha256 as hash } from '@noble/hashes/sha2.js';
import type { Bytes } from './bytes.js';

/** SHA-256, at once and on plain http too. */
export const sha256 = (bytes: Uint8Array): Bytes => new Uint8Array(hash(bytes));
