import type { RecordReader } from '../answer-query.js';
import type { Connection } from './connection.js';
import { lineAt, uptoKey } from './register-rows.js';

/** The order that was asked for last. One is enough for who turns pages; that of 200,000 lines weighs some 20 MB. */
interface Held {
  question: string;
  mark: unknown;
  keys: readonly string[];
}
const holdings = new WeakMap<Connection, Held>();

/** Holds the order of a long register from one page to the next. */
export function createOrders(connection: Connection): NonNullable<RecordReader['orders']> {
  return {
    mark: () => connection.run(async (db) => (await db.get('funds', uptoKey))?.row),
    held(question, mark) {
      const held = holdings.get(connection);
      return held?.question === question && held.mark === mark ? held.keys : undefined;
    },
    hold: (question, mark, keys) => void holdings.set(connection, { question, mark, keys }),
    async lines(keys) {
      const found = await connection.run((db) => {
        const { store } = db.transaction('funds');
        return Promise.all(keys.map((key) => lineAt(store, key)));
      });
      return found.flatMap((line) => line ?? []);
    },
  };
}
