import type { Bytes } from './bytes.js';

const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Keys and signatures are short. The work grows with the square of the length, so that a long text is refused. */
const maxLetters = 200;

export function toBase58(bytes: Uint8Array): string {
  const digits: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let index = 0; index < digits.length; index += 1) {
      carry += (digits[index] ?? 0) << 8;
      digits[index] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    for (; carry > 0; carry = Math.floor(carry / 58)) digits.push(carry % 58);
  }
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const leading = letters.charAt(0).repeat(zeros === -1 ? bytes.length : zeros);
  return (
    leading +
    digits
      .reverse()
      .map((digit) => letters.charAt(digit))
      .join('')
  );
}

/** Bytes of base58 in Bitcoin's alphabet, or undefined. */
export function fromBase58(text: string): Bytes | undefined {
  if (text.length > maxLetters) return undefined;
  const bytes: number[] = [];
  for (const letter of text) {
    let carry = letters.indexOf(letter);
    if (carry === -1) return undefined;
    for (let index = 0; index < bytes.length; index += 1) {
      carry += (bytes[index] ?? 0) * 58;
      bytes[index] = carry & 255;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 255);
  }
  const leading = /^1*/.exec(text)?.[0].length ?? 0;
  return new Uint8Array([...new Array<number>(leading).fill(0), ...bytes.reverse()]);
}
