import type { Database } from '../storage/database.js';
import type { ByteStore } from './disk-files.js';

export interface Kept {
  database: Database;
  files: ByteStore;
  province: string;
}

/**
 * Drops the bytes of a file that the table does not list; answers whether it did. Whoever brings the same bytes meanwhile has
 * either listed them, and they stay, or waits for the line that stands here until they are gone, and brings them anew.
 */
export async function dropUnlisted({ database, files, province }: Kept, sha256: string): Promise<boolean> {
  return database.transaction({ role: 'writer', province }, async (db) => {
    const line = { province, sha256, type: '', size: 0, owner: '', at: new Date(0).toISOString() };
    const held = await db
      .insertInto('file')
      .values(line)
      .onConflict((conflict) => conflict.doNothing())
      .returning('sha256')
      .executeTakeFirst();
    if (!held) return false;
    await files.drop(province, sha256);
    await db.deleteFrom('file').where('province', '=', province).where('sha256', '=', sha256).execute();
    return true;
  });
}
