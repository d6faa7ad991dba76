import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import type { RecordReader, Scan } from '../answer-query.js';
import { areaIn, areaKey } from './area-rows.js';
import type { Connection } from './connection.js';
import { damaged } from './local-reader.js';
import type { AreaType } from './row-types.js';

/** Rows looked at in one go; they are small. */
const scanSize = 500;

/** Reads what was entered about places, targets and figures. A damaged row is left out of lists, and is an error where it is asked for. */
export function createAreaReader(connection: Connection): RecordReader {
  return {
    async read<T extends RecordType>(type: T, id: string): Promise<RecordOf<T> | undefined> {
      const area = type as AreaType;
      const row = await connection.run((db) => db.get('funds', areaKey(area, id)));
      if (row === undefined) return undefined;
      const record: unknown = areaIn(area, row);
      if (record === undefined) throw damaged(type, id);
      return record as RecordOf<T> | undefined;
    },
    async scan<T extends RecordType>(
      type: T,
      { after, subject }: { after?: string | undefined; subject?: string | undefined },
    ): Promise<Scan<T>> {
      const area = type as AreaType;
      // The id of a figure begins with its indicator.
      const prefix = areaKey(area, area === 'figure' && subject !== undefined ? `${subject}:` : '');
      const from = after === undefined ? prefix : areaKey(area, after);
      const range = IDBKeyRange.bound(from, `${prefix}\uffff`, after !== undefined);
      const rows = await connection.run((db) => db.getAll('funds', range, scanSize));
      const records: unknown[] = rows.flatMap<unknown>((row) => areaIn(area, row) ?? []);
      const last = rows.length >= scanSize ? rows.at(-1)?.id.slice(area.length + 1) : undefined;
      return { records: records as RecordOf<T>[], last };
    },
  };
}
