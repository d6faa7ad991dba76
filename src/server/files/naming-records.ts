import type { Kysely } from 'kysely';
import type { Tables } from '../storage/tables.js';

/** A record that names a file: what has to be known of it to tell who may read it. */
export interface NamingRecord {
  type: string;
  id: string;
  owner: string;
  /** The subject or the fund that it is about; '' where its id tells. */
  subject: string;
}

/** Records of a province that name a file. @param sha256 as it was found to be, 64 hexadecimal digits */
export function namingRecords(db: Kysely<Tables>, province: string, sha256: string): Promise<NamingRecord[]> {
  return db
    .selectFrom('file_ref')
    .innerJoin('record', (join) =>
      join
        .onRef('record.province', '=', 'file_ref.province')
        .onRef('record.type', '=', 'file_ref.type')
        .onRef('record.id', '=', 'file_ref.id'),
    )
    .select(['record.type', 'record.id', 'record.owner', 'record.subject'])
    .where('file_ref.province', '=', province)
    .where('file_ref.sha256', '=', sha256)
    .execute();
}
