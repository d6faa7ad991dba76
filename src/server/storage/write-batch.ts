import { CompiledQuery, sql, type Kysely } from 'kysely';
import type { Tally } from '../../domain/area/area-record.schema.js';
import { tallyId } from '../../domain/area/tallies.js';
import type { LogEntry } from '../../backend/record-store.js';
import { ColumnValues, type ColumnType } from './column-values.js';
import type { Columns } from './columns.js';
import { prepared } from './prepared.js';
import type { Standing } from './standings.js';
import type { FileRefTable, Tables } from './tables.js';
import type { Whereabouts } from './whereabouts.js';

/** A record in the version that a decision rested on. */
export interface Rested {
  type: string;
  id: string;
  version: number;
  /** Which transaction wrote it; 0 where that is not known. */
  mark: number;
}

/** Everything that some decisions rest on, and what they write. */
export interface Writing {
  /** Records that take the place of others. */
  updates: (Columns & { before: number; mark: number })[];
  inserts: Columns[];
  /** Held against whoever would change them until all is written. */
  shared: Rested[];
  /** As they were when all is written; who changes them has to change one of `updates` as well. */
  seen: Rested[];
  absent: Pick<Rested, 'type' | 'id'>[];
  /** Open assessments, '' where there is none. */
  open: { subject: string; cycle: string; id: string }[];
  entries: LogEntry[];
  tallies: Tally[];
  standings: Standing[];
  /** Of lines that are new: nothing of them is there yet. */
  newStandings: Standing[];
  noStandings: Pick<Standing, 'id' | 'cycle'>[];
  refs: Omit<FileRefTable, 'province'>[];
  noRefs: Omit<FileRefTable, 'province'>[];
  /** Subjects and funds that are new. */
  located: Whereabouts[];
  /** Those that are somewhere else now. */
  moved: Whereabouts[];
}

/**
 * Writes all of it, or nothing where something is no longer as it was: one statement, and one way to the database. Answers
 * the mark that what was written bears; undefined where nothing was. Rejects with what the database says, a key that is there already included.
 */
export async function writeBatch(
  db: Kysely<Tables>,
  province: string,
  writing: Writing,
): Promise<number | undefined> {
  const { text, values } = statementOf(province, writing);
  const { rows } = await db.executeQuery<{ holds: boolean; mark: unknown }>(
    CompiledQuery.raw(prepared(text), values),
  );
  const [found] = rows;
  return found?.holds === true ? Number(found.mark) : undefined;
}

const recordColumns = [
  ['type', 'text'],
  ['id', 'text'],
  ['version', 'int'],
  ['parent', 'text'],
  ['owner', 'text'],
  ['subject', 'text'],
  ['cycle', 'text'],
  ['open', 'bool'],
  ['listed', 'text'],
  ['value', 'text'],
] as const;
const standingColumns = [
  ['id', 'text'],
  ['cycle', 'text'],
  ['owner', 'text'],
  ['model', 'text'],
  ['subject_group', 'text'],
  ['place', 'text'],
  ['state', 'smallint'],
  ['score', 'bigint'],
  ['updated', 'text'],
  ['place_sort', 'text'],
  ['sort', 'text'],
  ['search', 'text'],
  ['changed', 'text'],
  ['ends', 'smallint'],
] as const;
const tallyColumns = [
  ['id', 'text'],
  ['cycle', 'text'],
  ['model', 'text'],
  ['subject_group', 'text'],
  ['place', 'text'],
  ['subjects', 'int'],
  ['registered', 'int'],
  ['submitted', 'int'],
  ['verified', 'int'],
  ['recognised', 'int'],
  ['refused', 'int'],
] as const;
const counts = tallyColumns.slice(5).map(([name]) => name);
const entryColumns = [
  ['id', 'text'],
  ['at', 'timestamptz'],
  ['actor', 'text'],
  ['kind', 'text'],
  ['record', 'text'],
  ['entry', 'text'],
] as const;
const restedColumns = [
  ['type', 'text'],
  ['id', 'text'],
  ['version', 'int'],
  ['mark', 'xid'],
] as const;
const refColumns = [
  ['sha256', 'text'],
  ['type', 'text'],
  ['id', 'text'],
] as const;

const whereaboutsColumns = [
  ['type', 'text'],
  ['id', 'text'],
  ['owner', 'text'],
  ['place', 'text'],
] as const;

type Column = readonly [name: string, type: ColumnType];
const namesOf = (columns: readonly Column[]): string => columns.map(([name]) => name).join(', ');

/**
 * The text depends on which lists are empty, and on nothing else. Each record is looked for by its whole key, from one to
 * the next, and written where it was found: how a statement is carried out is decided while there are few, and kept.
 */
function statementOf(province: string, writing: Writing): { text: string; values: unknown[] } {
  const values: unknown[] = [province];
  const given = (value: unknown, type: string): string => `$${values.push(value)}::${type}`;
  /** The rows of a list, a parameter a column. */
  const rows = (columns: readonly Column[], list: readonly object[]): string =>
    `unnest(${columns
      .map(([name, type]) =>
        given(
          new ColumnValues(
            type,
            list.map((one) => (one as Record<string, unknown>)[name]),
          ),
          `${type}[]`,
        ),
      )
      .join(', ')}) as w(${namesOf(columns)})`;
  /** As it was when it was looked at: also where somebody changed it by hand. */
  const unchanged = `(w.mark = '0'::xid or r.xmin = w.mark)`;
  const all = '(select holds from verdict)';
  const same = 'r.province = $1 and r.type = w.type and r.id = w.id';
  const held: string[] = [];
  const steps: string[] = [];
  const verdict: string[] = [];
  const counted = (list: readonly unknown[]): string => given(list.length, 'bigint');

  // PostgreSQL carries out such steps from the last to the first: what everybody adds to is held no longer than it takes to
  // write this to the disk.
  if (writing.tallies.length > 0)
    steps.push(`counted as (insert into tally (province, version, ${namesOf(tallyColumns)})
      select $1::text, 1, w.* from ${rows(tallyColumns, writing.tallies.map(counting))} where ${all} order by w.id
      on conflict (province, id) do update set version = tally.version + 1,
      ${counts.map((name) => `${name} = tally.${name} + excluded.${name}`).join(', ')})`);
  if (writing.updates.length > 0) {
    // In the same order for everybody, so that none waits for one who waits for him.
    const columns = [...recordColumns, ['before', 'int'], ['mark', 'xid']] as const;
    held.push(`mine as materialized (select w.*, x.place from
      (select * from ${rows(columns, writing.updates)} order by type, id) w cross join lateral
      (select r.ctid as place from record r where ${same} and r.version = w.before and ${unchanged} for update) x)`);
    verdict.push(`(select count(*) from mine) = ${counted(writing.updates)}`);
    steps.push(
      `changed as (update record r set ${recordColumns
        .slice(2)
        .map(([name]) => `${name} = m.${name}`)
        .join(', ')} from mine m where r.ctid = m.place and ${all})`,
    );
  }
  if (writing.shared.length > 0) {
    held.push(`others as materialized (select from
      (select * from ${rows(restedColumns, writing.shared)} order by type, id) w cross join lateral
      (select from record r where ${same} and r.version = w.version and ${unchanged} for share) x)`);
    verdict.push(`(select count(*) from others) = ${counted(writing.shared)}`);
  }
  if (writing.seen.length > 0)
    verdict.push(`(select count(*) from ${rows(restedColumns, writing.seen)} cross join lateral
      (select from record r where ${same} and r.version = w.version and ${unchanged} offset 0) x) = ${counted(writing.seen)}`);
  if (writing.absent.length > 0)
    verdict.push(`not exists (select from ${rows(restedColumns.slice(0, 2), writing.absent)} cross join lateral
      (select from record r where ${same} offset 0) x)`);
  if (writing.open.length > 0) {
    const columns = ['subject', 'cycle', 'id'].map((name) => [name, 'text'] as const);
    verdict.push(`not exists (select from ${rows(columns, writing.open)} left join lateral
      (select r.id from record r where r.province = $1 and r.type = 'assessment' and r.open
        and r.parent = w.subject and r.cycle = w.cycle offset 0) x on true where coalesce(x.id, '') <> w.id)`);
  }
  const insert = (
    name: string,
    table: string,
    columns: readonly Column[],
    list: readonly object[],
    after = '',
  ) => {
    if (list.length > 0)
      steps.push(`${name} as (insert into ${table} (province, ${namesOf(columns)})
        select $1::text, w.* from ${rows(columns, list)} where ${all} ${after})`);
  };
  const remove = (name: string, table: string, columns: readonly Column[], list: readonly object[]) => {
    if (list.length > 0)
      steps.push(`${name} as (delete from ${table} d using ${rows(columns, list)} cross join lateral
        (select r.ctid as place from ${table} r where r.province = $1
          and ${columns.map(([one]) => `r.${one} = w.${one}`).join(' and ')} offset 0) x
        where d.ctid = x.place and ${all})`);
  };
  insert('inserted', 'record', recordColumns, writing.inserts);
  insert('logged', 'command', entryColumns, writing.entries.map(logged));
  remove('no_standing', 'standing', standingColumns.slice(0, 2), writing.noStandings);
  insert(
    'stood',
    'standing',
    standingColumns,
    writing.standings,
    `on conflict (province, id, cycle) do update set ${standingColumns
      .slice(2)
      .map(([name]) => `${name} = excluded.${name}`)
      .join(', ')}`,
  );
  insert('stood_first', 'standing', standingColumns, writing.newStandings);
  remove('unnamed', 'file_ref', refColumns, writing.noRefs);
  insert('named', 'file_ref', refColumns, writing.refs, 'on conflict do nothing');
  insert('located', 'whereabouts', whereaboutsColumns, writing.located);
  insert(
    'moved',
    'whereabouts',
    whereaboutsColumns,
    writing.moved,
    'on conflict (province, type, id) do update set owner = excluded.owner, place = excluded.place',
  );
  const parts = [
    ...held,
    `verdict as materialized (select ${verdict.join(' and ') || 'true'} as holds)`,
    ...steps,
  ];
  return {
    text: `with ${parts.join(',\n')}\nselect holds, pg_current_xact_id()::xid as mark from verdict`,
    values,
  };
}

const logged = (entry: LogEntry): object => {
  const { command, actor, at } = entry;
  const { id, kind, record } = command;
  return { id, at, actor: actor.id, kind, record, entry: JSON.stringify(entry) };
};

const counting = (tally: Tally): object => {
  const { cycle, model, subjectGroup, place, counts: some } = tally;
  return { id: tallyId(tally), cycle, model, subject_group: subjectGroup, place, ...some };
};

/** unique_violation, serialization_failure, deadlock_detected. */
const overtaken: ReadonlySet<unknown> = new Set(['23505', '40001', '40P01']);

/** Whether a statement failed because somebody else was at it. */
export const isOvertaken = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && overtaken.has(error.code);

/**
 * Files that no record names any more are nobody's from now on, and as old as can be: their lines stay until their bytes are
 * gone, so that it is not forgotten that they are to go.
 */
export async function giveAwayUnnamed(
  db: Kysely<Tables>,
  province: string,
  hashes: readonly string[],
): Promise<void> {
  await sql`with given as (update file f set at = to_timestamp(0)
      where province = ${province} and sha256 = any (${[...hashes]}::text[])
        and not exists (select from file_ref r where r.province = ${province} and r.sha256 = f.sha256) returning sha256)
    delete from file_holder h using given where h.province = ${province} and h.sha256 = given.sha256`.execute(
    db,
  );
}
