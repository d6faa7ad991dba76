import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import type { RecordReader, Scan } from '../answer-query.js';
import type { Connection } from './connection.js';
import { lineIn, readLine, readTally, tallyIn } from './register-rows.js';
import { settle } from './settle-register.js';

/** Rows looked at in one go: a few pages of the register. */
const scanSize = 2_000;

/** Reads lines of the register and tallies. */
export function createRegisterReader(
  connection: Connection,
): RecordReader & Required<Pick<RecordReader, 'register' | 'settle'>> {
  /** Rows whose keys begin so, after one of them. */
  const rowsIn = (prefix: string, after: string | undefined) =>
    connection.run((db) => {
      const range = IDBKeyRange.bound(after ?? prefix, `${prefix}\uffff`, after !== undefined);
      return db.getAll('funds', range, scanSize);
    });

  async function register(after: string | undefined): Promise<Scan<'row'>> {
    const rows = await rowsIn('row/', after === undefined ? undefined : `row/${after}`);
    const last = rows.length >= scanSize ? rows.at(-1)?.id.slice('row/'.length) : undefined;
    return { records: rows.flatMap((row) => lineIn(row) ?? []), last };
  }

  async function tallies(cycle: string | undefined, after: string | undefined): Promise<Scan<'tally'>> {
    const prefix = cycle === undefined ? 'tally/' : `tally/${encodeURIComponent(cycle)}/`;
    const rows = await rowsIn(prefix, after === undefined ? undefined : `tally/${after}`);
    const last = rows.length >= scanSize ? rows.at(-1)?.id.slice('tally/'.length) : undefined;
    return { records: rows.flatMap((row) => tallyIn(row) ?? []), last };
  }

  return {
    async read<T extends RecordType>(type: T, id: string): Promise<RecordOf<T> | undefined> {
      const found: unknown = await connection.run<unknown>((db) => {
        const { store } = db.transaction('funds');
        return type === 'row' ? readLine(store, id) : readTally(store, id);
      });
      return found as RecordOf<T> | undefined;
    },
    async scan<T extends RecordType>(
      type: T,
      { after, subject }: { after?: string | undefined; subject?: string | undefined },
    ): Promise<Scan<T>> {
      const scan = await (type === 'row' ? register(after) : tallies(subject, after));
      return scan as unknown as Scan<T>;
    },
    register,
    settle: (signal) => settle(connection, signal),
  };
}
