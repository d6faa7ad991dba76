import { Migrator, sql, type Kysely, type Migration } from 'kysely';
import { up as records } from './migrations/0001-records.js';
import { up as standings } from './migrations/0002-standings.js';
import { up as holdersAndEraser } from './migrations/0003-holders-and-eraser.js';
import { up as whereabouts } from './migrations/0004-whereabouts.js';
import { up as deliveries } from './migrations/0005-deliveries.js';
import { up as fewerEntries } from './migrations/0006-fewer-entries.js';
import { up as endsAndLines } from './migrations/0007-ends-and-lines.js';
import { up as roomForAnswers } from './migrations/0008-room-for-answers.js';
import { up as lists } from './migrations/0009-lists.js';
import { closeTo, up as fence } from './migrations/0010-fence.js';
import { up as logByRecord } from './migrations/0011-log-by-record.js';
import type { Tables } from './tables.js';

const migrations = {
  '0001-records': { up: records },
  '0002-standings': { up: standings },
  '0003-holders-and-eraser': { up: holdersAndEraser },
  '0004-whereabouts': { up: whereabouts },
  '0005-deliveries': { up: deliveries },
  '0006-fewer-entries': { up: fewerEntries },
  '0007-ends-and-lines': { up: endsAndLines },
  '0008-room-for-answers': { up: roomForAnswers },
  '0009-lists': { up: lists },
  '0010-fence': { up: fence },
  '0011-log-by-record': { up: logByRecord },
};

/** The form of what is kept that this version of the program knows. */
export const FORM = Object.keys(migrations).at(-1)!;

/** A later version of the program was at this database, and this one does not know what it looks like now. */
export class NewerDatabase extends Error {
  override readonly name = 'NewerDatabase';
  /** What that version did last. */
  readonly step: string;

  constructor(step: string) {
    super(`The database is of a newer version: ${step}.`);
    this.step = step;
  }
}

/**
 * Brings a database to the form that this version knows. Several servers may start at once: one does it, the others wait.
 * `to`: as it was after that step, for what has to come over from there. Rejects with `NewerDatabase`, or what the database says.
 */
export async function migrate(db: Kysely<Tables>, to?: keyof typeof migrations): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(Object.entries(migrations).map(closing)) },
    migrationTableName: 'htsd_migration',
    migrationLockTableName: 'htsd_migration_lock',
  });
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (!error) return;
  const beyond = await lastBeyond(db);
  if (beyond !== undefined) throw new NewerDatabase(beyond);
  throw error instanceof Error ? error : new Error('The database could not be migrated.', { cause: error });
}

/** A step that leaves older programs nothing to write, from the one on that made it possible. */
function closing([name, step]: [string, Migration]): [string, Migration] {
  if (name < '0010') return [name, step];
  return [
    name,
    {
      async up(db) {
        await step.up(db);
        await closeTo(db, name);
      },
    },
  ];
}

/** Rejects with `NewerDatabase` where a later version was at this database since it was opened. */
export async function refuseNewer(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from htsd_migration where name > ${FORM} order by name desc limit 1`.execute(db);
  if (rows[0]) throw new NewerDatabase(rows[0].name);
}

/** The last step that was done here and that this version does not know. Nothing where that cannot be asked either. */
async function lastBeyond(db: Kysely<Tables>): Promise<string | undefined> {
  const done = await sql<{ name: string }>`select name from htsd_migration order by name desc`
    .execute(db)
    .catch(() => undefined);
  return done?.rows.find(({ name }) => !Object.hasOwn(migrations, name))?.name;
}
