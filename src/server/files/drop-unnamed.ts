import { sql } from 'kysely';
import type { Kept } from './drop-unlisted.js';

/** What was before this moment is what a command has left unnamed (`giveAwayUnnamed`), unless somebody brings it again. */
export const givenAway = new Date(1);

/** Of files that no record names: a condition on lines of `file`. */
export const unnamed = sql<boolean>`not exists (
  select from file_ref where file_ref.province = file.province and file_ref.sha256 = file.sha256)`;

/**
 * Drops a file that no record names and that nobody has brought since a moment; answers whether it did. Its line goes once
 * the bytes are gone: where the store does not let go of them, the line says another night that there is something to drop.
 * Whoever brings the same bytes meanwhile waits for that, and brings them anew. Rejects with what the store says.
 */
export function dropUnnamed(
  { database, files, province }: Kept,
  sha256: string,
  before: Date,
): Promise<boolean> {
  return database.transaction({ role: 'writer', province }, async (db) => {
    const line = await db
      .deleteFrom('file')
      .where('province', '=', province)
      .where('sha256', '=', sha256)
      .where('at', '<', before.toISOString())
      .where(unnamed)
      .returning('sha256')
      .executeTakeFirst();
    if (line) await files.drop(province, sha256);
    return line !== undefined;
  });
}
