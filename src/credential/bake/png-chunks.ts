import { concat, sameBytes, type Bytes } from '../format/bytes.js';

export const pngSignature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export interface PngChunk {
  type: string;
  /** A view into the image. */
  data: Uint8Array;
  /** The whole chunk with length and checksum, a view too. */
  whole: Uint8Array;
}

export const isPng = (bytes: Uint8Array): boolean => sameBytes(bytes.subarray(0, 8), pngSignature);

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** The chunks up to IEND, and whether the image is whole: cut short or with a wrong length, it is not. */
export function readChunks(image: Uint8Array): { chunks: PngChunk[]; whole: boolean } {
  const chunks: PngChunk[] = [];
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  for (let at = 8; at + 12 <= image.length;) {
    const end = at + 12 + view.getUint32(at);
    const type = latin1(image.subarray(at + 4, at + 8));
    if (end > image.length || !/^[A-Za-z]{4}$/.test(type)) break;
    chunks.push({ type, data: image.subarray(at + 8, end - 4), whole: image.subarray(at, end) });
    if (type === 'IEND') return { chunks, whole: chunks[0]?.type === 'IHDR' };
    at = end;
  }
  return { chunks, whole: false };
}

/** The checksum at the end of a chunk fits what is in it. */
export function isIntact({ whole }: PngChunk): boolean {
  const stored = new DataView(whole.buffer, whole.byteOffset + whole.length - 4, 4).getUint32(0);
  return stored === crc32(whole.subarray(4, -4));
}

export function makeChunk(type: string, data: Uint8Array): Bytes {
  const body = concat(
    Uint8Array.from(type, (letter) => letter.charCodeAt(0)),
    data,
  );
  const frame = new Uint8Array(body.length + 8);
  const view = new DataView(frame.buffer);
  view.setUint32(0, data.length);
  frame.set(body, 4);
  view.setUint32(body.length + 4, crc32(body));
  return frame;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
