import type { Kysely } from 'kysely';
import type { Actor } from '../../domain/actor.schema.js';
import { mayReadFund } from '../../domain/fund/fund-reach.js';
import { maySee } from '../../domain/reach.js';
import { placesOfSubjects } from '../storage/whereabouts.js';
import { readRecord } from '../storage/sql-reader.js';
import type { Tables } from '../storage/tables.js';
import { namingRecords, type NamingRecord } from './naming-records.js';

/**
 * Whether somebody may read a file: he brought the same bytes himself, or may read a record that names it. To know its hash
 * is not enough.
 */
export async function mayReadFile(
  db: Kysely<Tables>,
  province: string,
  actor: Actor,
  sha256: string,
): Promise<boolean> {
  const held = await db
    .selectFrom('file_holder')
    .select('owner')
    .where('province', '=', province)
    .where('sha256', '=', sha256)
    .where('owner', '=', actor.id)
    .executeTakeFirst();
  if (held) return true;
  for (const record of await namingRecords(db, province, sha256))
    if (await mayReadRecord(db, province, actor, record)) return true;
  return false;
}

async function mayReadRecord(
  db: Kysely<Tables>,
  province: string,
  actor: Actor,
  { type, id, owner, subject }: NamingRecord,
): Promise<boolean> {
  if (type === 'assessment') {
    const places = actor.places?.length ? await placesOfSubjects(db, province, [subject]) : undefined;
    return maySee(actor, { owner, subjectId: subject, at: places?.get(subject) });
  }
  // Of an entry the id tells the fund: `<fund>.<number>`.
  const fundId = type === 'entry-secret' ? id.slice(0, id.lastIndexOf('.')) : subject;
  const fund = await readRecord(db, province, 'fund', fundId);
  return fund !== undefined && mayReadFund(actor, fund);
}
