import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import type { RecordReader, Scan } from '../answer-query.js';
import { areaIn, areaKey, findRow } from './area-rows.js';
import type { AreaType } from './row-types.js';
import type { Connection } from './connection.js';
import { damaged } from './local-reader.js';
import type { FundRow, LocalDb } from './schema.js';
import { settle } from './settle-register.js';

/** Rows looked at in one go: small ones many, a page of the register a few of its pages. */
const scanSize = 500;
const linesSize = 2_000;

/** Reads what is kept about places, targets, figures and the register. */
export function createAreaReader(
  connection: Connection,
): RecordReader & Required<Pick<RecordReader, 'register' | 'settle'>> {
  return {
    async read<T extends RecordType>(type: T, id: string): Promise<RecordOf<T> | undefined> {
      const area = type as AreaType;
      const row = await connection.run((db) => findRow(db.transaction('funds').store as never, area, id));
      if (row === undefined) return undefined;
      const record = areaIn(area, row);
      if (!record && area !== 'row') throw damaged(type, id);
      return record as RecordOf<T> | undefined;
    },
    async scan<T extends RecordType>(
      type: T,
      { after, subject }: { after?: string | undefined; subject?: string | undefined },
    ): Promise<Scan<T>> {
      const area = type as AreaType;
      const prefix = areaKey(area, subject === undefined ? '' : partOf(area, subject));
      const rows = await connection.run((db) => {
        const from = after === undefined ? prefix : areaKey(area, after);
        return rowsIn(db, from, after !== undefined, `${prefix}\uffff`, scanSize);
      });
      const records = rows.flatMap((row) => areaIn(area, row) ?? []);
      const last = rows.length >= scanSize ? rows.at(-1)?.id.slice(area.length + 1) : undefined;
      return { records: records as RecordOf<T>[], last };
    },
    async register(after) {
      const from = areaKey('row', after ?? '');
      const rows = await connection.run((db) =>
        rowsIn(db, from, after !== undefined, areaKey('row', '\uffff'), linesSize),
      );
      const records = rows.flatMap((row) => areaIn('row', row) ?? []);
      return { records, last: rows.length >= linesSize ? rows.at(-1)?.id.slice(4) : undefined };
    },
    settle: (signal) => settle(connection, signal),
  };
}

/** What the ids of one indicator's figures, or of one year's tallies, begin with. */
function partOf(type: AreaType, subject: string): string {
  return type === 'tally' ? `${encodeURIComponent(subject)}/` : type === 'figure' ? `${subject}:` : '';
}

function rowsIn(db: LocalDb, from: string, open: boolean, to: string, count: number): Promise<FundRow[]> {
  return db.getAll('funds', IDBKeyRange.bound(from, to, open), count);
}
