import { sql, type Kysely } from 'kysely';
import type { RecordOf } from '../../domain/receipt.schema.js';
import { tallyId } from '../../domain/area/tallies.js';
import type { Tally } from '../../domain/area/area-record.schema.js';
import type { Change, Guard, LogEntry, RecordStore } from '../../backend/record-store.js';
import { columnsOf, type Columns } from './columns.js';
import type { Asking, Database } from './database.js';
import { parseRecord, readRecord, type Run } from './sql-reader.js';
import type { Tables } from './tables.js';

/** A province's records as `applyCommands` uses them; any number of servers may do so at once. */
export function createSqlStore(database: Database, asking: Asking & { role: 'writer' }): RecordStore {
  const { province } = asking;
  const run: Run = (work) => database.behind(asking, work);
  return {
    read: (type, id) => run((db) => readRecord(db, province, type, id)),
    findAssessment: (subject, cycle) => run((db) => openAssessment(db, province, subject, cycle)),
    findEntry: async (id) => {
      const row = await run((db) =>
        db
          .selectFrom('command')
          .select('entry')
          .where('province', '=', province)
          .where('id', '=', id)
          .executeTakeFirst(),
      );
      return row && (JSON.parse(row.entry) as LogEntry);
    },
    async commit(change) {
      try {
        return await database.transaction(asking, (db) => commit(db, province, change));
      } catch (error) {
        // Somebody was faster, or each waited for the other: what was decided is decided anew.
        if (isOvertaken(error)) return false;
        throw error;
      }
    },
  };
}

async function openAssessment(
  db: Kysely<Tables>,
  province: string,
  subject: string,
  cycle: string,
): Promise<RecordOf<'assessment'> | undefined> {
  const row = await db
    .selectFrom('record')
    .select(['id', 'value'])
    .where('province', '=', province)
    .where('type', '=', 'assessment')
    .where('parent', '=', subject)
    .where('cycle', '=', cycle)
    .where('open', '=', true)
    .executeTakeFirst();
  return row && parseRecord('assessment', row.id, row.value);
}

/** Thrown within a transaction that must leave nothing. */
class Overtaken extends Error {}

/** unique_violation, serialization_failure, deadlock_detected. */
const overtaken: ReadonlySet<unknown> = new Set(['23505', '40001', '40P01']);

const isOvertaken = (error: unknown): boolean =>
  error instanceof Overtaken ||
  (typeof error === 'object' && error !== null && 'code' in error && overtaken.has(error.code));

/**
 * What was looked at is held until the end: for the records that change against everybody, for the others against who
 * would change them. Where a decision rested on there being none, the key of what is inserted tells.
 */
async function commit(db: Kysely<Tables>, province: string, change: Change): Promise<boolean> {
  const { entry, writes, guards, unnamed = [], tallies = [] } = change;
  const columns = writes.map(columnsOf);
  const known = new Map<string, Extract<Guard, { on: 'record' }>>();
  for (const guard of guards) if (guard.on === 'record') known.set(`${guard.type} ${guard.id}`, guard);
  const isKnown = ({ type, id }: Columns): boolean => known.get(`${type} ${id}`)?.version !== undefined;
  const written = new Set(columns.map(({ type, id }) => `${type} ${id}`));

  await hold(
    db,
    province,
    [...known.entries()].filter(([key]) => written.has(key)),
    true,
  );
  await hold(
    db,
    province,
    [...known.entries()].filter(([key]) => !written.has(key)),
    false,
  );
  for (const guard of guards) {
    if (guard.on !== 'open-assessment') continue;
    if ((await openAssessment(db, province, guard.subjectId, guard.cycle))?.id !== guard.id)
      throw new Overtaken();
  }
  await log(db, province, entry);
  await insert(
    db,
    province,
    columns.filter((one) => !isKnown(one)),
  );
  await update(db, province, columns.filter(isKnown));
  await addToTallies(db, province, tallies);
  await dropUnnamed(db, province, unnamed);
  return true;
}

type Known = [string, Extract<Guard, { on: 'record' }>];

/** Locks records, in an order that is the same for everybody, and makes sure that they are as they were. */
async function hold(db: Kysely<Tables>, province: string, all: Known[], forWriting: boolean): Promise<void> {
  const tallies = all.filter(([, { type }]) => type === 'tally');
  if (tallies.length > 0) throw new Error('Tallies are added to, never decided on.');
  // What never changes needs no lock, and everybody who uses the same criteria set would queue for it.
  const some = all.filter(([, { type, version }]) => !(type === 'criteria' && version !== undefined));
  if (some.length === 0) return;
  const rows = await sql<{ type: string; id: string; version: number }>`
    select type, id, version from record
    where province = ${province} and (type, id) in (
      select * from unnest(${some.map(([, { type }]) => type)}::text[], ${some.map(([, { id }]) => id)}::text[]))
    order by type, id ${forWriting ? sql`for update` : sql`for share`}`.execute(db);
  const found = new Map(rows.rows.map(({ type, id, version }) => [`${type} ${id}`, version]));
  for (const [key, { version }] of some) if (found.get(key) !== version) throw new Overtaken();
}

async function log(db: Kysely<Tables>, province: string, entry: LogEntry): Promise<void> {
  const { command, actor, at } = entry;
  await db
    .insertInto('command')
    .values({
      ...{ province, at, id: command.id, actor: actor.id, kind: command.kind, record: command.record },
      entry: JSON.stringify(entry),
    })
    .execute();
}

/** Rows of one statement: its parameters are counted, and there are at most 65,535. */
const rowsAtOnce = 5_000;

async function insert(db: Kysely<Tables>, province: string, columns: Columns[]): Promise<void> {
  for (let start = 0; start < columns.length; start += rowsAtOnce) {
    const some = columns.slice(start, start + rowsAtOnce).map((one) => ({ ...one, province }));
    await db.insertInto('record').values(some).execute();
  }
}

async function update(db: Kysely<Tables>, province: string, columns: Columns[]): Promise<void> {
  for (const { type, id, ...rest } of columns) {
    await db
      .updateTable('record')
      .set(rest)
      .where('province', '=', province)
      .where('type', '=', type)
      .where('id', '=', id)
      .execute();
  }
}

async function addToTallies(db: Kysely<Tables>, province: string, tallies: readonly Tally[]): Promise<void> {
  if (tallies.length === 0) return;
  const rows = tallies.map(({ cycle, model, subjectGroup, place, counts }) => ({
    ...{ province, id: tallyId({ cycle, model, subjectGroup, place }), version: 1 },
    ...{ cycle, model, subject_group: subjectGroup, place, ...counts },
  }));
  // In the same order for everybody, so that none waits for one who waits for him.
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  await db
    .insertInto('tally')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['province', 'id']).doUpdateSet((eb) => ({
        version: eb('tally.version', '+', 1),
        subjects: eb('tally.subjects', '+', eb.ref('excluded.subjects')),
        registered: eb('tally.registered', '+', eb.ref('excluded.registered')),
        submitted: eb('tally.submitted', '+', eb.ref('excluded.submitted')),
        verified: eb('tally.verified', '+', eb.ref('excluded.verified')),
        recognised: eb('tally.recognised', '+', eb.ref('excluded.recognised')),
        refused: eb('tally.refused', '+', eb.ref('excluded.refused')),
      })),
    )
    .execute();
}

/** Takes out of the list the files that no record names any more; their bytes go when nobody lists them. */
async function dropUnnamed(db: Kysely<Tables>, province: string, hashes: readonly string[]): Promise<void> {
  for (const sha256 of hashes) {
    const named = await db
      .selectFrom('record')
      .select('id')
      .where('province', '=', province)
      .where('type', 'in', ['assessment', 'entry', 'entry-secret', 'pending', 'round', 'award'])
      .where('value', 'like', `%${sha256}%`)
      .limit(1)
      .executeTakeFirst();
    if (!named)
      await db.deleteFrom('file').where('province', '=', province).where('sha256', '=', sha256).execute();
  }
}
