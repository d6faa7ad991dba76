import type { ImportCode } from './import-report.js';

/** The largest public file of places has 4 MB. */
export const largestPlacesFile = 20_000_000;

export type DecodedFile =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly line: number;
      readonly code: ImportCode;
      readonly params?: Record<string, number>;
    };

/** Reads bytes as text: UTF-8, or UTF-16 with its mark. Anything else is refused: guessing would garble names. */
export function decodePlacesFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length > largestPlacesFile)
    return { ok: false, line: 0, code: 'too-large', params: { limit: largestPlacesFile / 1e6 } };
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    const loose = new TextDecoder(label).decode(bytes);
    const line = loose.slice(0, loose.indexOf('\uFFFD')).split('\n').length;
    return { ok: false, line, code: 'encoding' };
  }
  return text.trim() === '' ? { ok: false, line: 0, code: 'empty' } : { ok: true, text };
}
