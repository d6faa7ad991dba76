import type { RecordReader, Scan } from '../answer-query.js';
import { HtsdError } from '../errors.js';
import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import { unseal } from '../../domain/seal.js';
import type { Connection } from './connection.js';
import { storeOf, type LocalDb } from './schema.js';

/** Records looked at in one go: an assessment may weigh two megabytes. */
const scanSize = 25;

interface Row {
  key: string;
  value: unknown;
}

/** A stored record that does not fit its schema. It stays where it is, untouched; `cause` is the record as it lies. */
export function damaged(type: RecordType, id: string, cause?: unknown): HtsdError {
  return new HtsdError('invalid', { params: { reason: 'damaged', type, id }, cause });
}

/** The record as it was written; none where it is damaged. */
async function checked<T extends RecordType>(type: T, raw: unknown): Promise<RecordOf<T>[]> {
  const { value, whole } = unseal(raw);
  if (whole) return [value as RecordOf<T>];
  // Written by an earlier version, or not as it was written: only now the schemas are worth their weight.
  const { fits } = await import('./check-record.js');
  return fits(type, value) ? [value] : [];
}

/** Reads records of the local database. A damaged one is left out of lists, and is an error where it is asked for. */
export function createLocalReader(connection: Connection): RecordReader {
  return {
    async read<T extends RecordType>(type: T, id: string): Promise<RecordOf<T> | undefined> {
      const raw: unknown = await connection.run((db) => db.get(storeOf[type], id));
      if (raw === undefined) return undefined;
      const found = await checked(type, raw);
      if (found.length === 0) throw damaged(type, id, raw);
      return found[0];
    },
    async scan<T extends RecordType>(
      type: T,
      { after, subject }: { after?: string | undefined; subject?: string | undefined },
    ): Promise<Scan<T>> {
      const rows = await connection.run((db) =>
        subject === undefined ? rowsAfter(db, type, after) : rowsOf(db, type, subject, after),
      );
      const records = (await Promise.all(rows.map(({ value }) => checked(type, value)))).flat();
      return { records, last: rows.length >= scanSize ? rows.at(-1)?.key : undefined };
    },
    async damaged(owner) {
      return (await import('./damaged-rows.js')).damagedRows(connection, owner);
    },
    async funds() {
      return (await import('./local-funds.js')).createRowReader(connection, this);
    },
  };
}

async function rowsAfter(db: LocalDb, type: RecordType, after: string | undefined): Promise<Row[]> {
  const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
  const store = db.transaction(storeOf[type]).store;
  const [keys, values] = await Promise.all([
    store.getAllKeys(range, scanSize),
    store.getAll(range, scanSize),
  ]);
  return keys.map((key, index) => ({ key, value: values[index] }));
}

/** One subject's records, in the order of their ids like everything else. They are few. */
async function rowsOf(
  db: LocalDb,
  type: RecordType,
  subject: string,
  after: string | undefined,
): Promise<Row[]> {
  const found: { id: string }[] = await (type === 'assessment'
    ? db.getAllFromIndex('assessments', 'place', IDBKeyRange.bound([subject], [subject, []]))
    : db.getAllFromIndex(type === 'consent' ? 'consents' : 'recognitions', 'subject', subject));
  const rows = found.map((value) => ({ key: String(value.id), value }));
  rows.sort((a, b) => (a.key < b.key ? -1 : 1));
  return rows.filter(({ key }) => after === undefined || key > after).slice(0, scanSize);
}
