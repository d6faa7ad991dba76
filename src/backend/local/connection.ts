import { openDB } from 'idb';
import { HtsdError } from '../errors.js';
import { schemaVersion, upgrade, type LocalDb, type LocalSchema } from './schema.js';
import { isClosed, toOpenError, toStorageError } from './storage-error.js';

export interface Connection {
  /**
   * Runs work on the open database; where the connection turns out to be closed, once more on a new one, so that
   * the work must be harmless to repeat. Errors: quota, unsupported, timeout (`reason: 'blocked'`), server.
   */
  run<T>(work: (db: LocalDb) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * A connection to one database, opened on first use and again whenever it was closed. `openTimeout`: milliseconds
 * that opening may take, e.g. because another tab holds an older version of the database and does not let go.
 */
export function createConnection(name: string, openTimeout: number): Connection {
  let opening: Promise<LocalDb> | undefined;
  let disposed = false;

  function start(): Promise<LocalDb> {
    const forget = (): void => {
      if (opening === mine) opening = undefined;
    };
    const mine = connect(name, forget);
    mine.catch(forget);
    return mine;
  }

  /** The request to open stays when the time is over: it goes through as soon as the other tab is closed. */
  function open(): Promise<LocalDb> {
    if (disposed) throw new HtsdError('unsupported', { params: { reason: 'disposed' } });
    opening ??= start();
    return inTime(opening, openTimeout);
  }

  return {
    async run(work) {
      for (let attempt = 0; ; attempt += 1) {
        const db = await open();
        try {
          return await work(db);
        } catch (error) {
          if (attempt > 0 || disposed || !isClosed(error)) throw toStorageError(error);
          opening = undefined;
          db.close();
        }
      }
    },
    async close() {
      disposed = true;
      const last = opening;
      opening = undefined;
      await last?.then(
        (db) => db.close(),
        () => undefined,
      );
    },
  };
}

async function connect(name: string, forget: () => void): Promise<LocalDb> {
  try {
    return await openDB<LocalSchema>(name, schemaVersion, {
      upgrade: (db, from, _to, tx) => upgrade(db, from, tx),
      blocking(_current, _wanted, event) {
        // A newer version wants to upgrade. What we have under way is in transactions, and for these it waits.
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
  } catch (error) {
    throw toOpenError(error);
  }
}

function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new HtsdError('timeout', { params: { reason: 'blocked' } })),
      milliseconds,
    );
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
