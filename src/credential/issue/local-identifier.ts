import { sha256 } from '../format/sha256.js';
import { toHex, toUtf8 } from '../format/bytes.js';

/**
 * A stable identifier for what has no e-mail and no number of its own: the same parts give the same one, and the parts
 * cannot be read from it. A UUID of version 8 (own design) over SHA-256; parts are kept apart by their lengths.
 */
export function localIdentifier(...parts: readonly string[]): string {
  const digest = sha256(toUtf8(JSON.stringify(['htsd', ...parts])));
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = toHex(digest.subarray(0, 16));
  return `urn:uuid:${hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}`;
}
