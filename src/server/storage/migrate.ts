import { Migrator, type Kysely } from 'kysely';
import { up as records } from './migrations/0001-records.js';
import { up as standings } from './migrations/0002-standings.js';
import { up as holdersAndEraser } from './migrations/0003-holders-and-eraser.js';
import { up as whereabouts } from './migrations/0004-whereabouts.js';
import { up as deliveries } from './migrations/0005-deliveries.js';
import { up as fewerEntries } from './migrations/0006-fewer-entries.js';
import { up as endsAndLines } from './migrations/0007-ends-and-lines.js';
import { up as roomForAnswers } from './migrations/0008-room-for-answers.js';
import { up as lists } from './migrations/0009-lists.js';
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
};

/**
 * Brings a database to the form that this version knows. Several servers may start at once: one does it, the others wait.
 * `to`: as it was after that step, for what has to come over from there. Rejects with what the database says.
 */
export async function migrate(db: Kysely<Tables>, to?: keyof typeof migrations): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'htsd_migration',
    migrationLockTableName: 'htsd_migration_lock',
  });
  const { error } = await (to === undefined ? migrator.migrateToLatest() : migrator.migrateTo(to));
  if (error)
    throw error instanceof Error ? error : new Error('The database could not be migrated.', { cause: error });
}
