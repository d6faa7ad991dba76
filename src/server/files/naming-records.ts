import type { Kysely } from 'kysely';
import type { RecordType } from '../../domain/receipt.schema.js';
import type { Tables } from '../storage/tables.js';

/** A record that names a file: what has to be known of it to tell who may read it. */
export interface NamingRecord {
  type: string;
  id: string;
  owner: string;
  /** The subject or the fund that it is about; '' where its id tells. */
  subject: string;
}

/** Kinds of records that may name evidence. */
const namingTypes = ['assessment', 'entry-secret', 'pending', 'round', 'award'] satisfies RecordType[];

/** Records of a province that name a file. @param sha256 as it was found to be, 64 hexadecimal digits */
export function namingRecords(db: Kysely<Tables>, province: string, sha256: string): Promise<NamingRecord[]> {
  return db
    .selectFrom('record')
    .select(['type', 'id', 'owner', 'subject'])
    .where('province', '=', province)
    .where('type', 'in', namingTypes)
    .where('value', 'like', `%"sha256":"${sha256}"%`)
    .execute();
}
