import { Actor } from '../../domain/actor.schema.js';
import { AreaRecord } from '../../domain/area/area-record.schema.js';
import { CoreRecord, type RecordType, type StoredRecord } from '../../domain/receipt.schema.js';

const areas: ReadonlySet<string> = new Set(['places', 'target', 'figure', 'activity', 'row', 'tally']);

/** The record as its schema reads it; undefined where it does not fit. */
export function parseRecord(type: RecordType, value: unknown): StoredRecord['value'] | undefined {
  const schema = areas.has(type) ? AreaRecord : CoreRecord;
  return schema.safeParse({ type, value }).data?.value;
}

/** The person as the schema reads him; undefined where it is none. */
export const parseActor = (value: unknown): Actor | undefined => Actor.safeParse(value).data;
