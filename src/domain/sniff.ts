import type { Evidence } from './answer.schema.js';

/** Types of file that can be evidence. */
export type EvidenceType = Extract<Evidence, { kind: 'file' }>['type'];

/** How many of the first bytes `sniff` wants to see. */
export const sniffLength = 16;

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function startsWith(bytes: Uint8Array, signature: readonly number[], offset = 0): boolean {
  return signature.every((value, index) => bytes[offset + index] === value);
}

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

/**
 * What a file is, by its first bytes; its name and the type that the browser claims count for nothing.
 * Undefined for everything that is no evidence.
 */
export function sniff(bytes: Uint8Array): EvidenceType | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, png)) return 'image/png';
  if (startsWith(bytes, ascii('RIFF')) && startsWith(bytes, ascii('WEBPVP8'), 8)) return 'image/webp';
  if (startsWith(bytes, ascii('%PDF-'))) return 'application/pdf';
  return undefined;
}
