import type { Assessment } from '../assessment.schema.js';
import type { ReadRecord } from '../reader.types.js';
import type { StoredRecord } from '../receipt.schema.js';
import type { Subject } from '../subject.schema.js';
import type { RegisterEntry, Tally } from './area-record.schema.js';
import { entryOf } from './register-entry.js';
import { addTallies, changing, tallyDelta, type Sums } from './tallies.js';

/** What a change means for the register: lines to be written with it, and what the tallies grow by. */
export interface Projection {
  rows: Extract<StoredRecord, { type: 'row' }>[];
  tallies: Tally[];
}

/** How many subjects are looked at side by side. */
const slice = 200;

/**
 * Derives the lines of all subjects that a change touches. `read` tells the records as they were before, and notes that
 * the change rests on them. `breathe` is heard between slices.
 */
export async function project(
  writes: readonly StoredRecord[],
  read: ReadRecord,
  breathe?: (share: number) => Promise<void>,
): Promise<Projection> {
  const touched = new Map<string, StoredRecord[]>();
  for (const record of writes) {
    if (record.type !== 'subject' && record.type !== 'assessment') continue;
    const id = record.type === 'subject' ? record.value.id : record.value.subjectId;
    const others = touched.get(id);
    if (others) others.push(record);
    else touched.set(id, [record]);
  }
  const projection: Projection = { rows: [], tallies: [] };
  const sums: Sums = new Map();
  const all = [...touched];
  const lineOf = async ([id, records]: readonly [string, StoredRecord[]]) => {
    const before = await read('row', id);
    return { before, after: await after(id, before, records, read) };
  };
  for (let at = 0; at < all.length; at += slice) {
    const some = all.slice(at, at + slice);
    // Most changes are of one subject.
    const lines = some.length === 1 ? [await lineOf(some[0]!)] : await Promise.all(some.map(lineOf));
    for (const found of lines) {
      if (!found.after) continue;
      projection.rows.push({ type: 'row', value: found.after });
      const delta = tallyDelta(found.before, found.after);
      if (all.length < 2) projection.tallies = delta;
      else addTallies(sums, delta);
    }
    if (at + slice < all.length) await breathe?.((at + slice) / all.length);
  }
  if (all.length > 1) projection.tallies = changing(sums);
  return projection;
}

async function after(
  id: string,
  before: RegisterEntry | undefined,
  records: readonly StoredRecord[],
  read: ReadRecord,
): Promise<RegisterEntry | undefined> {
  const written: Assessment[] = [];
  let renewed: Subject | undefined;
  for (const one of records)
    if (one.type === 'assessment') written.push(one.value);
    else if (one.type === 'subject') renewed ??= one.value;
  const subject = renewed ?? (await read('subject', id));
  if (!subject) return undefined;
  const others: Assessment[] = [];
  for (const { assessment } of Object.values(before?.years ?? {})) {
    if (assessment === undefined || written.some((one) => one.id === assessment)) continue;
    const other = await read('assessment', assessment);
    if (other) others.push(other);
  }
  return entryOf(subject, [...others, ...written], (before?.version ?? 0) + 1, before);
}
