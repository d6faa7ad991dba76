import { sql, type Kysely } from 'kysely';
import { HtsdError } from '../../backend/errors.js';
import type { Tables } from '../storage/tables.js';

/** Megabytes of evidence that are kept. Absent: as many as there is room for. */
export interface FileCaps {
  /** What one person has brought. */
  person?: number | undefined;
  /** What lies in a province. */
  province?: number | undefined;
}

export interface Room {
  caps: FileCaps;
  province: string;
  /** Who brings something. */
  owner: string;
}

const megabyte = 1_048_576;

/** Makes sure that there is room for more bytes beside those that are listed. Errors: quota (`limit` in MB). */
export async function makeRoom(
  db: Kysely<Tables>,
  { caps, province, owner }: Room,
  more: { person: number; province: number },
): Promise<void> {
  const held = sql`sha256 in (select sha256 from file_holder where province = ${province} and owner = ${owner})`;
  for (const [of, whose] of [
    ['person', held],
    ['province', sql`true`],
  ] as const) {
    const limit = caps[of];
    if (limit === undefined) continue;
    const { rows } = await sql<{ used: string }>`
      select coalesce(sum(size), 0)::text as used from file where province = ${province} and ${whose}`.execute(
      db,
    );
    if (Number(rows[0]!.used) + more[of] > limit * megabyte)
      throw new HtsdError('quota', { params: { limit } });
  }
}

/**
 * Has others who bring files under the same caps wait until this transaction ends, so that each adds up what those before it have
 * brought. To be called before anything is written.
 */
export async function takeTurn(db: Kysely<Tables>, { caps, province, owner }: Room): Promise<void> {
  const turns = [
    ...(caps.person === undefined ? [] : [JSON.stringify(['htsd-files', province, owner])]),
    ...(caps.province === undefined ? [] : [JSON.stringify(['htsd-files', province])]),
  ];
  for (const turn of turns) await sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`.execute(db);
}
