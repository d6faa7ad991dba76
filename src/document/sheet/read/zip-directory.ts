import { SheetFault, type SheetLimits } from './sheet-file.types.js';

/** A file within a ZIP archive, as the directory has it. What it says about sizes is not believed. */
export interface ZipEntry {
  name: string;
  /** Packed bytes, which lie within the archive. */
  packed: Uint8Array;
  deflated: boolean;
  crc: number;
}

const endSign = 0x06054b50;
const entrySign = 0x02014b50;
const localSign = 0x04034b50;
/** A size that is written elsewhere, because it was not known or is too large for this place. */
const elsewhere = 0xffffffff;

/**
 * The directory of a ZIP archive. Nothing is unpacked. Throws a `SheetFault`: `damaged` where places lie outside or a
 * name comes twice; `bomb` for too many entries; `password` for locked ones.
 */
export function readDirectory(
  bytes: Uint8Array,
  { entries: most }: Pick<SheetLimits, 'entries'>,
): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return entriesFrom(bytes, view, most);
  } catch (error) {
    // What the directory points to lies beyond the end.
    if (error instanceof RangeError) throw new SheetFault('damaged');
    throw error;
  }
}

function entriesFrom(bytes: Uint8Array, view: DataView, most: number): Map<string, ZipEntry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > most) throw new SheetFault('bomb');
  const found = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== entrySign) throw new SheetFault('damaged');
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength));
    if (found.has(name)) throw new SheetFault('damaged');
    found.set(name, entryAt(bytes, view, at, name));
    at = next;
  }
  return found;
}

/** The end of the directory: the last such sign, behind which only a comment may stand. */
function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at -= 1)
    if (view.getUint32(at, true) === endSign) return at;
  throw new SheetFault('damaged');
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, name: string): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  if (flags & 1) throw new SheetFault('password');
  const { size, local } = placeOf(view, at);
  if (view.getUint32(local, true) !== localSign) throw new SheetFault('damaged');
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return {
    name,
    // What lies beyond the end or is packed in another way is found out by its checksum.
    packed: bytes.subarray(from, from + size),
    deflated: view.getUint16(at + 10, true) === 8,
    crc: view.getUint32(at + 16, true),
  };
}

/** Packed size and place of the local header. Some programs always write them in 64 bits, behind the name. */
function placeOf(view: DataView, at: number): { size: number; local: number } {
  let size = view.getUint32(at + 20, true);
  let local = view.getUint32(at + 42, true);
  if (size !== elsewhere && local !== elsewhere) return { size, local };
  let field = at + 46 + view.getUint16(at + 28, true);
  const end = field + view.getUint16(at + 30, true);
  while (field + 4 <= end && view.getUint16(field, true) !== 1) field += 4 + view.getUint16(field + 2, true);
  let place = field + 4;
  const take = (): number => {
    if (place + 8 > end) throw new SheetFault('damaged');
    place += 8;
    return view.getUint32(place - 8, true) + view.getUint32(place - 4, true) * 2 ** 32;
  };
  if (view.getUint32(at + 24, true) === elsewhere) take();
  if (size === elsewhere) size = take();
  if (local === elsewhere) local = take();
  return { size, local };
}

/** Part names of a workbook are ASCII. Some programs write backslashes, and all compare them without case. */
function nameOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
    .replaceAll('\\', '/')
    .toLowerCase();
}
