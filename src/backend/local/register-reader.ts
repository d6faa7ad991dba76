import type { RegisterEntry } from '../../domain/area/area-record.schema.js';
import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import type { RecordReader, Scan } from '../answer-query.js';
import { registerKey } from '../register-key.js';
import type { Connection } from './connection.js';
import { createOrders } from './register-orders.js';
import { lineIn, readLine, readTally, tallyIn, uptoKey } from './register-rows.js';
import { settle } from './settle-register.js';

/** Rows looked at in one go: a few pages of the register. */
const scanSize = 2_000;
/** So many lines are held from one question to the next, for who types a word to search for: some 10 MB. */
const mostHeld = 20_000;

/** All lines in their order, as they were when the register held the log up to `upto`, which moves with every change. */
interface Held {
  upto: unknown;
  keys: string[];
  lines: RegisterEntry[];
}
const holdings = new WeakMap<Connection, Held>();

/** The lines that are held, where they are still what is stored. `fill`: reads them where they are not, if they are few enough. */
async function heldLines(connection: Connection, fill: boolean): Promise<Held | undefined> {
  const known = holdings.get(connection);
  if (!known && !fill) return undefined;
  return connection.run(async (db) => {
    const { store } = db.transaction('funds');
    const upto: unknown = (await store.get(uptoKey))?.row;
    if (known && known.upto === upto) return known;
    holdings.delete(connection);
    const range = IDBKeyRange.bound('row/', 'row0', false, true);
    if (!fill || (await store.count(range)) > mostHeld) return undefined;
    const lines = (await store.getAll(range)).flatMap((row) => lineIn(row) ?? []);
    const held: Held = { upto, lines, keys: lines.map(registerKey) };
    holdings.set(connection, held);
    return held;
  });
}

/** Reads lines of the register and tallies. */
export function createRegisterReader(
  connection: Connection,
): RecordReader & Required<Pick<RecordReader, 'orders' | 'register' | 'settle'>> {
  /** Rows whose keys begin so, after one of them. */
  const rowsIn = (prefix: string, after: string | undefined, size = scanSize) =>
    connection.run((db) => {
      const range = IDBKeyRange.bound(after ?? prefix, `${prefix}\uffff`, after !== undefined);
      return db.getAll('funds', range, size);
    });

  async function register(after: string | undefined, count?: number): Promise<Scan<'row'>> {
    const held = await heldLines(connection, count === undefined && after === undefined);
    if (held)
      return {
        records: after === undefined ? held.lines : held.lines.filter((_line, at) => held.keys[at]! > after),
      };
    const size = Math.min(count ?? scanSize, scanSize);
    const rows = await rowsIn('row/', after === undefined ? undefined : `row/${after}`, size);
    const last = rows.length >= size ? rows.at(-1)?.id.slice('row/'.length) : undefined;
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
    orders: createOrders(connection),
    settle: (signal) => settle(connection, signal),
  };
}
