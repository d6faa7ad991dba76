import { Migrator, type Kysely } from 'kysely';
import { up as records } from './migrations/0001-records.js';
import type { Tables } from './tables.js';

const migrations = { '0001-records': { up: records } };

/**
 * Brings a database to the form that this version knows. Several servers may start at once: one does it, the others wait.
 * Rejects with what the database says.
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'htsd_migration',
    migrationLockTableName: 'htsd_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw error instanceof Error ? error : new Error('The database could not be migrated.', { cause: error });
}
