import { SheetFault } from './sheet-file.types.js';

const zip = [0x50, 0x4b, 0x03, 0x04];
const emptyZip = [0x50, 0x4b, 0x05, 0x06];
/** Excel before 2007, and every newer file with a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const others = [
  '%PDF-',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'RIFF',
  '{\\rtf',
  'Rar!',
  '7z\u00bc\u00af',
];
const webPage = /^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype|html|head|meta|table|style|\?xml)\b/i;

/**
 * What a file is by its bytes; its name counts for nothing. Throws a `SheetFault` for what is neither a workbook nor
 * text.
 */
export function sniffSheet(bytes: Uint8Array): 'xlsx' | 'xls' | 'text' {
  if (bytes.length === 0) throw new SheetFault('empty');
  if (startsWith(bytes, zip) || startsWith(bytes, emptyZip)) return 'xlsx';
  if (startsWith(bytes, compound)) {
    if (holdsName(bytes, 'EncryptedPackage') || isLocked(bytes)) throw new SheetFault('password');
    if (holdsName(bytes, 'Workbook') || holdsName(bytes, 'Book')) return 'xls';
    throw new SheetFault('not-a-sheet');
  }
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  if (others.some((signature) => start.startsWith(signature))) throw new SheetFault('not-a-sheet');
  // Programs of the web call a page "xls", and Excel opens it.
  if (webPage.test(start.replace(/^\u00ef\u00bb\u00bf/, ''))) throw new SheetFault('web-page');
  return 'text';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => bytes[index] === value);
}

/** What an old workbook begins with, wherever in the file: the first of its records, and where a password is said behind it. */
const beginning = [0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00];
const locks = [
  [0x2f, 0x00],
  [0x86, 0x00, 0x00, 0x00, 0x2f, 0x00],
];
function isLocked(bytes: Uint8Array): boolean {
  for (let at = 512; at + 32 <= bytes.length; at += 64)
    if (startsWith(bytes.subarray(at), beginning))
      return locks.some((lock) => startsWith(bytes.subarray(at + 20), lock));
  return false;
}

/** A compound file names its streams in UTF-16, in a directory that may lie anywhere at a multiple of 128 bytes. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  const wanted = [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = 512; at + 128 <= bytes.length; at += 128)
    if (startsWith(bytes.subarray(at, at + wanted.length), wanted)) return true;
  return false;
}
