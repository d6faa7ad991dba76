import { HtsdError } from './errors.js';

// Opaque on purpose: what it holds may change without anybody noticing.
const prefix = 'p1.';

/** A cursor that goes on after the record with this id. */
export function writeCursor(id: string): string {
  return prefix + encodeURIComponent(id);
}

/** The id that a cursor goes on after. Errors: invalid. */
export function readCursor(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  try {
    if (cursor.startsWith(prefix)) return decodeURIComponent(cursor.slice(prefix.length));
  } catch {
    // Falls through to the one answer for every cursor that is not ours.
  }
  throw new HtsdError('invalid', { params: { field: 'cursor' } });
}
