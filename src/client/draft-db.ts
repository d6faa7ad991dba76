import type { DBSchema } from 'idb';
import { createDatabase, type Connection, type Database } from './database.js';

export interface DraftDbSchema extends DBSchema {
  /** Key: tenant, actor, assessment, writer. Every editor writes under a name of its own, so that none can overwrite another. */
  drafts: { key: [string, string, string, string]; value: unknown };
  /** Raw copies of records that could not be read. Key: tenant, actor, assessment, instant. */
  damaged: { key: [string, string, string, string]; value: unknown };
  /** Evidence that the back end does not have yet. Key: tenant, actor, SHA-256. */
  files: { key: [string, string, string]; value: Blob };
}
export type DraftDb = Database<DraftDbSchema>;

/** Every step adds and none takes away: a draft outlives the version that wrote it. */
const steps: ((db: Connection<DraftDbSchema>) => void)[] = [
  (db) => db.createObjectStore('drafts'),
  (db) => {
    db.createObjectStore('damaged');
    db.createObjectStore('files');
  },
];

/** The drafts' database. Errors: those of `createDatabase`. */
export const createDraftDb = (name: string): DraftDb => createDatabase(name, steps);
