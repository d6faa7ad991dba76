import type { DBSchema } from 'idb';
import { createDatabase, type Connection, type Database } from '../database.js';

export interface OutboxDbSchema extends DBSchema {
  /** What waits. Key: owner, place in the queue. Whatever shape a release wrote: `readEntry` makes sense of it. */
  entries: { key: [string, number]; value: unknown };
  /** What arrived lately. Key: owner, place in the queue. */
  sent: { key: [string, number]; value: unknown };
  /** Records as the back end last gave them. Key: owner, type, id. */
  records: {
    key: [string, string, string];
    value: { record: unknown; owner: string; subject: string };
    indexes: { subject: [string, string] };
  };
  /** Answers to questions, by their parameters. Key: owner, question. */
  answers: { key: [string, string]; value: unknown };
  /** Evidence that the back end does not have yet. Key: owner, SHA-256. */
  files: { key: [string, string]; value: Blob };
  /** Single values: who was here last, the next place in the queue, how often the queue changed, who sends. */
  state: { key: string; value: unknown };
}
export type OutboxDb = Database<OutboxDbSchema>;

/** Every step adds and none takes away: what waits outlives the version that wrote it. */
const steps: ((db: Connection<OutboxDbSchema>) => void)[] = [
  (db) => {
    for (const name of ['entries', 'sent', 'answers', 'files', 'state'] as const) db.createObjectStore(name);
    db.createObjectStore('records').createIndex('subject', ['owner', 'subject']);
  },
];

/** Version of the schema that this release writes. */
export const outboxSchema = steps.length;

/** The database of what waits to be sent. Errors: those of `createDatabase`. */
export const createOutboxDb = (name: string): OutboxDb => createDatabase(name, steps);
