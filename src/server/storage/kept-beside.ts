import type { Kysely } from 'kysely';
import type { RegisterEntry } from '../../domain/area/area-record.schema.js';
import type { Columns } from './columns.js';
import { filesNamedIn } from './file-refs.js';
import { standingsOf, type Standing } from './standings.js';
import type { FileRefTable, StandingTable, Tables, WhereaboutsTable } from './tables.js';
import type { Writing } from './write-batch.js';

/** Rows of one statement: its parameters are counted, and there are at most 65,535. */
const rowsAtOnce = 3_000;

/** Adds rows of the register, none of which is there yet. */
export async function insertStandings(db: Kysely<Tables>, rows: readonly StandingTable[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await db
      .insertInto('standing')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
}

/** Adds where subjects and funds are, of which nothing is known yet. */
export async function insertWhereabouts(
  db: Kysely<Tables>,
  rows: readonly WhereaboutsTable[],
): Promise<void> {
  if (rows.length > 0)
    await db
      .insertInto('whereabouts')
      .values([...rows])
      .execute();
}

/** Adds which record names which file, where it is not known yet. */
export async function insertFileRefs(db: Kysely<Tables>, rows: readonly FileRefTable[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce)
    await db
      .insertInto('file_ref')
      .values(rows.slice(start, start + rowsAtOnce))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Rows of the register that change, come or go where one line takes the place of another. */
export function compareStandings(
  before: RegisterEntry | undefined,
  after: RegisterEntry,
  { standings, newStandings, noStandings }: Pick<Writing, 'standings' | 'newStandings' | 'noStandings'>,
): void {
  if (!before) {
    newStandings.push(...standingsOf(after));
    return;
  }
  const changed = changedYears(before, after);
  if (changed) {
    standings.push(...standingsOf(after, changed));
    return;
  }
  const known = new Map(standingsOf(before).map((one) => [one.cycle, one]));
  for (const one of standingsOf(after)) {
    const other = known.get(one.cycle);
    known.delete(one.cycle);
    if (!other || !isSame(one, other)) standings.push(one);
  }
  for (const { id, cycle } of known.values()) noStandings.push({ id, cycle });
}

/** Years that stand otherwise than before, where they are all that is different; undefined where more is. */
function changedYears(before: RegisterEntry, after: RegisterEntry): string[] | undefined {
  if (before.closedAt !== undefined || after.closedAt !== undefined) return undefined;
  for (const name of ['owner', 'model', 'subjectGroup', 'search', 'updatedAt'] as const)
    if (before[name] !== after[name]) return undefined;
  if (before.place.code !== after.place.code || before.place.name !== after.place.name) return undefined;
  const cycles = Object.keys(after.years);
  if (cycles.length !== Object.keys(before.years).length) return undefined;
  const changed: string[] = [];
  for (const cycle of cycles) {
    const [one, other] = [before.years[cycle], after.years[cycle]!];
    if (!one) return undefined;
    if (one.state !== other.state || one.score !== other.score || one.updatedAt !== other.updatedAt)
      changed.push(cycle);
  }
  return changed;
}

const isSame = (one: Standing, other: Standing): boolean =>
  (Object.keys(one) as (keyof Standing)[]).every((name) => one[name] === other[name]);

/** Files that a record names from now on, or no more. */
export function compareRefs(
  { type, id, value }: Pick<Columns, 'type' | 'id' | 'value'>,
  before: string | undefined,
  { refs, noRefs }: Pick<Writing, 'refs' | 'noRefs'>,
): void {
  const known = new Set(before === undefined ? [] : filesNamedIn(type, before));
  for (const sha256 of filesNamedIn(type, value)) if (!known.delete(sha256)) refs.push({ sha256, type, id });
  for (const sha256 of known) noRefs.push({ sha256, type, id });
}
