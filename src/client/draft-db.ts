import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { HtsdError } from '../backend/errors.js';

/** Milliseconds that an open may take: a database blocked by a stuck tab must not keep the form from showing. */
const openDeadline = 3_000;

export interface DraftDbSchema extends DBSchema {
  /** Key: tenant, actor, assessment, writer. Every editor writes under a name of its own, so that none can overwrite another. */
  drafts: { key: [string, string, string, string]; value: unknown };
  /** Raw copies of records that could not be read. Key: tenant, actor, assessment, instant. */
  damaged: { key: [string, string, string, string]; value: unknown };
  /** Evidence that the back end does not have yet. Key: tenant, actor, SHA-256. */
  files: { key: [string, string, string]; value: Blob };
}
export type DraftDbConnection = IDBPDatabase<DraftDbSchema>;

/** Every step adds and none takes away: a draft outlives the version that wrote it. */
const steps: ((db: DraftDbConnection) => void)[] = [
  (db) => db.createObjectStore('drafts'),
  (db) => {
    db.createObjectStore('damaged');
    db.createObjectStore('files');
  },
];

export interface DraftDb {
  /** Runs work on the open database. The first step is synchronous where it is open, so that it also happens while the page goes away. */
  run<T>(work: (db: DraftDbConnection) => Promise<T>): Promise<T>;
  close(): void;
}

/**
 * The drafts' database, opened on first use and again whenever the browser closed it.
 * Errors: `quota` where the disk is full, `unsupported` where IndexedDB is forbidden, missing or broken.
 */
export function createDraftDb(name: string): DraftDb {
  let current: DraftDbConnection | undefined;
  let opening: Promise<DraftDbConnection> | undefined;

  const forget = (db: DraftDbConnection): void => {
    if (current === db) current = undefined;
    db.close();
  };

  async function connect(): Promise<DraftDbConnection> {
    const db = await open(name, () => current && forget(current));
    db.addEventListener('close', () => forget(db));
    return db;
  }

  function connection(): Promise<DraftDbConnection> {
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

async function open(name: string, giveWay: () => void): Promise<DraftDbConnection> {
  if (typeof indexedDB === 'undefined') throw new HtsdError('unsupported', { params: { reason: 'storage' } });
  try {
    return await openDB<DraftDbSchema>(name, steps.length, {
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
    return await openDB<DraftDbSchema>(name, undefined, { blocking: giveWay, terminated: giveWay });
  }
}

function inTime(opened: Promise<DraftDbConnection>): Promise<DraftDbConnection> {
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
