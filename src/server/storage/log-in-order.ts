import { sql, type Kysely } from 'kysely';
import type { Tables } from './tables.js';

/**
 * Puts the log in order that was restored into another cluster, where the numbers of transactions begin anew: what bears a number that
 * is still to come here would be told to nobody who follows changes, until then. It gets the number of now, by which it stays after
 * what has one already. @param province whose log tells whether that has happened
 */
export async function putLogInOrder(db: Kysely<Tables>, province: string): Promise<void> {
  if (!(await isAhead(db, province))) return;
  await db.transaction().execute(async (tx) => {
    // Whose table it is stands behind the wall, too; he takes it down for as long as nobody else can look.
    await sql`alter table command no force row level security`.execute(tx);
    await sql`update command set xid = pg_current_xact_id()
      where xid >= pg_snapshot_xmax(pg_current_snapshot())`.execute(tx);
    await sql`alter table command force row level security`.execute(tx);
  });
}

/** Elsewhere nothing that can be seen is of a transaction that has not begun. */
async function isAhead(db: Kysely<Tables>, province: string): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'htsd_writer', true), set_config('htsd.province', ${province}, true)`.execute(
      tx,
    );
    const { rows } = await sql<{ ahead: boolean }>`
      select xid >= pg_snapshot_xmax(pg_current_snapshot()) as ahead from command where province = ${province}
      order by xid desc, seq desc limit 1`.execute(tx);
    return rows[0]?.ahead ?? false;
  });
}
