import type { Bytes } from './bytes.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values = new Uint8Array(128).fill(255);
for (let index = 0; index < letters.length; index += 1) values[letters.charCodeAt(index)] = index;

export function toBase64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = bytes.subarray(at, at + 3);
    text += letters.charAt(a >> 2) + letters.charAt(((a & 3) << 4) | ((b ?? 0) >> 4));
    if (b !== undefined) text += letters.charAt(((b & 15) << 2) | ((c ?? 0) >> 6));
    if (c !== undefined) text += letters.charAt(c & 63);
  }
  return text;
}

/**
 * Bytes of base64url without padding, or undefined. Strict: bits that stand for nothing must be zero, or one signature
 * could be written in several ways.
 */
export function fromBase64url(text: string): Bytes | undefined {
  const rest = text.length % 4;
  if (rest === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const value = code < 128 ? (values[code] ?? 255) : 255;
    if (value === 255) return undefined;
    buffer = ((buffer << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >> bits) & 255;
      at += 1;
    }
  }
  return buffer & ((1 << bits) - 1) ? undefined : bytes;
}
