import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { HtsdError } from '../backend/errors.js';

/** Milliseconds that an open may take: a database blocked by a stuck tab must not keep the form from showing. */
const openDeadline = 3_000;

export type Connection<S extends DBSchema> = IDBPDatabase<S>;

export interface Database<S extends DBSchema> {
  /** Runs work on the open database. The first step is synchronous where it is open, so that it also happens while the page goes away. */
  run<T>(work: (db: Connection<S>) => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * A database of the browser, opened on first use and again whenever the browser closed it.
 * @param steps one for each version of its schema, each adding to what the one before made and taking nothing away
 * Errors: `quota` where the disk is full, `unsupported` where IndexedDB is forbidden, missing or broken.
 */
export function createDatabase<S extends DBSchema>(
  name: string,
  steps: readonly ((db: Connection<S>) => void)[],
): Database<S> {
  let current: Connection<S> | undefined;
  let opening: Promise<Connection<S>> | undefined;

  const forget = (db: Connection<S>): void => {
    if (current === db) current = undefined;
    db.close();
  };

  async function connect(): Promise<Connection<S>> {
    const db = await open(name, steps, () => current && forget(current));
    db.addEventListener('close', () => forget(db));
    return db;
  }

  function connection(): Promise<Connection<S>> {
    opening ??= inTime(connect())
      .then((db) => (current = db))
      .finally(() => (opening = undefined));
    return opening;
  }

  return {
    async run(work) {
      for (let again = true; ; again = false) {
        const db = current;
        try {
          return await work(db ?? (await connection()));
        } catch (error) {
          // A connection that the browser closed behind our back says so only when it is used.
          if (!again || !db || !closedBehindUs(error)) throw asDbError(error);
          forget(db);
        }
      }
    },
    close() {
      if (current) forget(current);
    },
  };
}

async function open<S extends DBSchema>(
  name: string,
  steps: readonly ((db: Connection<S>) => void)[],
  giveWay: () => void,
): Promise<Connection<S>> {
  if (typeof indexedDB === 'undefined') throw new HtsdError('unsupported', { params: { reason: 'storage' } });
  try {
    return await openDB<S>(name, steps.length, {
      upgrade(db, oldVersion) {
        for (const step of steps.slice(oldVersion)) step(db);
      },
      // Another tab wants to upgrade: it gets the way free, and we come back with what it made.
      blocking: giveWay,
      terminated: giveWay,
    });
  } catch (error) {
    // A newer version of the library was here. It only ever adds, so its database serves us as well.
    if (nameOf(error) !== 'VersionError') throw error;
    return await openDB<S>(name, undefined, { blocking: giveWay, terminated: giveWay });
  }
}

function inTime<D extends { close(): void }>(opened: Promise<D>): Promise<D> {
  return new Promise((resolve, reject) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      reject(new HtsdError('unsupported', { params: { reason: 'storage' }, retryable: true }));
    }, openDeadline);
    opened.then(
      (db) => {
        clearTimeout(timer);
        if (late) db.close();
        else resolve(db);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error);
      },
    );
  });
}

const nameOf = (error: unknown): string => (error as { name?: string } | null)?.name ?? '';
const closedBehindUs = (error: unknown): boolean =>
  ['InvalidStateError', 'AbortError'].includes(nameOf(error));

function asDbError(error: unknown): HtsdError {
  if (nameOf(error) === 'HtsdError') return error as HtsdError;
  if (nameOf(error) === 'QuotaExceededError')
    return new HtsdError('quota', { cause: error, retryable: true });
  return new HtsdError('unsupported', { params: { reason: 'storage' }, cause: error, retryable: true });
}
