import type { IDBPTransaction, StoreNames } from 'idb';
import type { RegisterEntry } from '../../domain/area/area-record.schema.js';
import { entryOf } from '../../domain/area/register-entry.js';
import { addTallies, changing, talliesOf, type Sums } from '../../domain/area/tallies.js';
import type { Assessment } from '../../domain/assessment.schema.js';
import type { Subject } from '../../domain/subject.schema.js';
import { unseal } from '../../domain/seal.js';
import { throwIfAborted } from '../abort.js';
import { HtsdError } from '../errors.js';
import { fits } from './check-record.js';
import type { Connection } from './connection.js';
import { addToTallies, allTallies, readLine, uptoKey, writeLine } from './register-rows.js';
import type { LocalDb, LocalSchema } from './schema.js';

type Reading = IDBPTransaction<LocalSchema, StoreNames<LocalSchema>[], IDBTransactionMode>;

/** Subjects in one transaction: an assessment may weigh two megabytes. */
const slice = 50;
/** How often it is begun anew because pages of an earlier version go on writing. */
const attempts = 5;

/**
 * Makes sure that lines and tallies are those of the records. They are kept with every change; only what a page of an
 * earlier version wrote, or a database from before there was a register, has to be gone through once: in slices, so that
 * others read and write meanwhile.
 */
export async function settle(connection: Connection, signal?: AbortSignal): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    throwIfAborted(signal);
    const { current, last } = await connection.run((db) => stateOf(db));
    if (current || (await rebuilt(connection, last, signal))) return;
  }
  throw new HtsdError('server', { params: { reason: 'busy' } });
}

async function stateOf(db: LocalDb): Promise<{ current: boolean; last: number }> {
  const tx = db.transaction(['log', 'funds']);
  const [keys, current] = await Promise.all([lastKey(tx), isSettled(tx)]);
  return { current, last: keys };
}

async function lastKey(tx: Reading): Promise<number> {
  const cursor = await tx.objectStore('log').openKeyCursor(null, 'prev');
  return Number(cursor?.key ?? 0);
}

/** No subject and no assessment was written since the register was last written along. */
export async function isSettled(tx: Reading): Promise<boolean> {
  const upto = (await tx.objectStore('funds').get(uptoKey))?.row;
  return !(await touchedAfter(tx, typeof upto === 'number' ? upto : 0));
}

async function touchedAfter(tx: Reading, key: number): Promise<boolean> {
  let cursor = await tx.objectStore('log').openCursor(IDBKeyRange.lowerBound(key, true));
  for (; cursor; cursor = await cursor.continue()) {
    const { records } = cursor.value;
    if (records.some(({ type }) => type === 'subject' || type === 'assessment')) return true;
  }
  return false;
}

/** Notes that the register holds everything up to this line of the log. */
export async function settledUpto(
  tx: IDBPTransaction<LocalSchema, StoreNames<LocalSchema>[], 'readwrite'>,
  key: number,
): Promise<void> {
  await tx.objectStore('funds').put({ id: uptoKey, row: key });
}

/**
 * Derives everything anew. Answers false where a subject or an assessment was written meanwhile: then the tallies are left
 * alone. The lines are right in any case, because each is written in the transaction that reads what it is made of.
 */
async function rebuilt(
  connection: Connection,
  last: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const sums: Sums = new Map();
  let after: string | undefined;
  do {
    throwIfAborted(signal);
    const found = await connection.run((db) => deriveSome(db, after));
    // Counted once it is written: should the connection break, the slice is gone through again.
    for (const entry of found.entries) addTallies(sums, talliesOf(entry));
    after = found.last;
  } while (after !== undefined);
  return connection.run((db) => writeSums(db, sums, last));
}

async function deriveSome(
  db: LocalDb,
  after: string | undefined,
): Promise<{ entries: RegisterEntry[]; last: string | undefined }> {
  const tx = db.transaction(['subjects', 'assessments', 'funds'], 'readwrite');
  const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
  const [keys, subjects] = await Promise.all([
    tx.objectStore('subjects').getAllKeys(range, slice),
    tx.objectStore('subjects').getAll(range, slice),
  ]);
  const store = tx.objectStore('funds');
  const place = tx.objectStore('assessments').index('place');
  const entries = await Promise.all(
    subjects.map(async (raw) => {
      const subject = whole('subject', raw) as Subject | undefined;
      // A damaged one is on no list.
      if (!subject) return undefined;
      const [all, line] = await Promise.all([
        place.getAll(IDBKeyRange.bound([subject.id], [subject.id, []])),
        readLine(store, subject.id),
      ]);
      const assessments = all.flatMap((one) => (whole('assessment', one) as Assessment | undefined) ?? []);
      const entry = entryOf(subject, assessments, (line?.version ?? 0) + 1);
      await writeLine(store, entry);
      return entry;
    }),
  );
  await tx.done;
  return {
    entries: entries.filter((one) => one !== undefined),
    last: keys.length >= slice ? keys.at(-1) : undefined,
  };
}

function whole(type: 'subject' | 'assessment', raw: unknown): unknown {
  const { value, whole: sealed } = unseal(raw);
  return sealed || fits(type, value) ? value : undefined;
}

async function writeSums(db: LocalDb, sums: Sums, last: number): Promise<boolean> {
  const tx = db.transaction(['log', 'funds'], 'readwrite');
  const store = tx.objectStore('funds');
  const settled = !(await touchedAfter(tx, last));
  if (settled) {
    await store.delete(allTallies());
    await addToTallies(store, changing(sums));
    await settledUpto(tx, last);
  }
  await tx.done;
  return settled;
}
