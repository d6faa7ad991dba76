import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { CoreType, RecordOf, RecordType } from '../../domain/receipt.schema.js';
import type { LogEntry } from '../record-store.js';

/** A file as stored: under its hash, as plain bytes, because a stored Blob can lose its file in some browsers. */
export interface StoredFile {
  sha256: string;
  type: string;
  size: number;
  bytes: ArrayBuffer;
}

/** A record, or a page of records, that belongs to a fund or an area, or what is derived for the register. */
export interface FundRow {
  /**
   * `type/id`, or for pages `entries/fund/page` and `secrets/fund/page`. Lines of the register: `row/` and the name, so that
   * they lie in that order; tallies: `tally/` and what is counted together, the year first.
   */
  id: string;
  row: unknown;
  /** Type and id of what lists find it by: the fund of rounds and of what waits, the round of awards, the subject of lines. */
  subjectId?: string;
}

/** The database as this version of the library knows it. What lies in it may be damaged: check before use. */
export interface LocalSchema extends DBSchema {
  subjects: { key: string; value: RecordOf<'subject'> };
  assessments: {
    key: string;
    value: RecordOf<'assessment'>;
    /** Subject and cycle. */
    indexes: { place: [string, string] };
  };
  consents: { key: string; value: RecordOf<'consent'>; indexes: { subject: string } };
  /** Under `id@version`. */
  criteria: { key: string; value: RecordOf<'criteria'> };
  recognitions: { key: string; value: RecordOf<'recognition'>; indexes: { subject: string } };
  decisions: { key: string; value: RecordOf<'decision'> };
  counters: { key: string; value: RecordOf<'counter'> };
  /** In the order in which commands were applied. */
  log: { key: number; value: LogEntry; indexes: { command: string } };
  files: { key: string; value: StoredFile };
  /**
   * Rows under keys of their own, whatever they are: what belongs to funds, first, and since then places, targets, figures,
   * activities, the lines of the register and the tallies. The store keeps the name that it was made with.
   */
  funds: { key: string; value: FundRow; indexes: { subject: string } };
}

type CoreStore = Exclude<StoreNames<LocalSchema>, 'log' | 'files' | 'funds'>;
export type LocalDb = IDBPDatabase<LocalSchema>;

/** The store of each type of record; what belongs to funds is kept in its own way. */
export const storeOf = {
  subject: 'subjects',
  assessment: 'assessments',
  consent: 'consents',
  criteria: 'criteria',
  recognition: 'recognitions',
  decision: 'decisions',
  counter: 'counters',
} as const satisfies Record<CoreType, StoreNames<LocalSchema>> as Readonly<Record<RecordType, CoreStore>>;

type Upgrade = (
  db: LocalDb,
  tx: IDBPTransaction<LocalSchema, StoreNames<LocalSchema>[], 'versionchange'>,
) => Promise<void>;

/** What version 1 kept, where it differs. */
interface FirstSchema extends DBSchema {
  commands: { key: string; value: LogEntry & { id: string } };
}

/**
 * One step per version, never changed once released, never deleting what a person entered.
 * Step 1 made the stores. Step 2 keeps the log in the order of application and finds assessments by their place. Step 3
 * adds the stores of titles that were granted. Step 4 adds that of funds.
 */
const upgrades: readonly Upgrade[] = [
  async (db) => {
    for (const name of ['subjects', 'assessments', 'consents'] as const)
      db.createObjectStore(name, { keyPath: 'id' });
    db.createObjectStore('criteria');
    db.createObjectStore('files', { keyPath: 'sha256' });
    (db as unknown as IDBPDatabase<FirstSchema>).createObjectStore('commands', { keyPath: 'id' });
  },
  async (db, tx) => {
    const log = db.createObjectStore('log', { autoIncrement: true });
    log.createIndex('command', 'command.id', { unique: true });
    tx.objectStore('assessments').createIndex('place', ['subjectId', 'cycle']);
    tx.objectStore('consents').createIndex('subject', 'subjectId');
    const first = tx as unknown as IDBPTransaction<FirstSchema, ['commands'], 'versionchange'>;
    const entries = await first.objectStore('commands').getAll();
    // Sorting is stable: within one millisecond the order of their ids stays, and these carry the time too.
    entries.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    for (const { id: _key, ...entry } of entries) await log.add(entry);
    (db as unknown as IDBPDatabase<FirstSchema>).deleteObjectStore('commands');
  },
  async (db, tx) => {
    for (const name of ['recognitions', 'decisions', 'counters'] as const)
      db.createObjectStore(name, { keyPath: 'id' });
    tx.objectStore('recognitions').createIndex('subject', 'subjectId');
  },
  async (db) => {
    db.createObjectStore('funds', { keyPath: 'id' }).createIndex('subject', 'subjectId');
  },
];

export const schemaVersion = upgrades.length;

/** Brings a database from the version that it has to the current one; runs inside the version change. */
export async function upgrade(
  db: LocalDb,
  from: number,
  tx: IDBPTransaction<LocalSchema, StoreNames<LocalSchema>[], 'versionchange'>,
  to: number = schemaVersion,
): Promise<void> {
  for (const step of upgrades.slice(from, to)) await step(db, tx);
}
