import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import { HtsdError } from '../errors.js';
import { recordShapes, shapes } from './record-shapes.js';
import { fitsShape } from '../shape.js';

/** Whether a value out of JSON is plainly what is read under this name; if not, its schema may still take it. */
export function isPlainly(name: string, value: unknown): boolean {
  const shape = Object.hasOwn(recordShapes, name) ? recordShapes[name] : undefined;
  return shape !== undefined && fitsShape(shape, value, shapes);
}

/**
 * A record out of its text. What is stored was written by other people's pages: whatever does not fit its schema is not let
 * in. The schemas are fetched for what cannot be told without them. Errors: invalid (`reason: 'damaged'`), offline.
 */
export async function readRecord<T extends RecordType>(
  type: T,
  id: string,
  body: string,
): Promise<RecordOf<T>> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw damaged(type, id);
  }
  if (isPlainly(type, value)) return value as RecordOf<T>;
  const read = (await import('./record-schemas.js')).parseRecord(type, value);
  if (read === undefined) throw damaged(type, id);
  return read as RecordOf<T>;
}

const damaged = (type: string, id: string): HtsdError =>
  new HtsdError('invalid', { params: { reason: 'damaged', type, id } });
