import { zlibSync } from 'fflate';
import { encode } from 'uqr';

/** Rows of dark and light dots, with the quiet zone of four that scanners need. */
export type QrDots = readonly (readonly boolean[])[];

/** Characters of an address that is still read from paper at the size that it is printed in. */
const longest = 300;

/** The QR code of an address; undefined for one too long to be printed small. */
export function qrDots(address: string): QrDots | undefined {
  return address.length > longest ? undefined : encode(address, { ecc: 'M', border: 4 }).data;
}

/** All dark dots as one path in a square of as many units as there are rows. */
export function qrPath(dots: QrDots): string {
  return dots.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
}

/** Pixels of a dot: enough for a printer, whatever it makes of smaller pictures. */
const dot = 8;

/** As PNG, one bit a pixel. */
export function qrPng(dots: QrDots): Uint8Array {
  const side = dots.length * dot;
  const stride = 1 + Math.ceil(side / 8);
  const pixels = new Uint8Array(stride * side);
  for (let y = 0; y < side; y += 1) {
    const row = dots[Math.floor(y / dot)] ?? [];
    for (let x = 0; x < side; x += 1) {
      const at = y * stride + 1 + (x >> 3);
      if (!row[Math.floor(x / dot)]) pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  // One bit, shades of grey.
  header.set([1, 0, 0, 0, 0], 8);
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', zlibSync(pixels)),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data]);
  const [length, sum] = [new Uint8Array(4), new Uint8Array(4)];
  new DataView(length.buffer).setUint32(0, data.length);
  new DataView(sum.buffer).setUint32(0, crc32(body));
  return joined([length, body, sum]);
}

function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return ~rest >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
