import { AreaRecord } from '../../domain/area/area-record.schema.js';
import { CoreRecord, type RecordOf, type RecordType } from '../../domain/receipt.schema.js';
import { HtsdError } from '../errors.js';

const areas: ReadonlySet<string> = new Set(['places', 'target', 'figure', 'activity', 'row', 'tally']);

/**
 * A record out of its text. What is stored was written by other people's pages: whatever does not fit its schema is not let
 * in. Errors: invalid (`reason: 'damaged'`).
 */
export function readRecord<T extends RecordType>(type: T, id: string, body: string): RecordOf<T> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    value = undefined;
  }
  const schema = areas.has(type) ? AreaRecord : CoreRecord;
  const read = schema.safeParse({ type, value });
  if (!read.success) throw new HtsdError('invalid', { params: { reason: 'damaged', type, id } });
  return read.data.value as RecordOf<T>;
}
