import { sql } from 'kysely';
import { namingRecords } from '../files/naming-records.js';
import type { Kept } from '../files/drop-unlisted.js';

/** A file that was brought, that records name, and whose bytes are not there. */
export interface MissingFile {
  sha256: string;
  /** Where somebody who opens it finds nothing. */
  records: { type: string; id: string; subject: string }[];
}

/** Files that are looked at with one statement. */
const slice = 500;

/**
 * Files that are listed and named by records, and that the store does not have: after a restore, what of the evidence is of an
 * earlier day than the database. Whoever brings the same bytes again puts it right. Rejects with what the store says.
 */
export async function* missingFiles(kept: Kept): AsyncGenerator<MissingFile> {
  const { database, files, province } = kept;
  const there = new Set<string>();
  for await (const { sha256 } of files.list(province)) there.add(sha256);
  const behind = <T>(work: Parameters<typeof database.behind<T>>[1]): Promise<T> =>
    database.behind({ role: 'writer', province }, work);
  for (let after = ''; ;) {
    const named = await behind((db) =>
      db
        .selectFrom('file')
        .select('sha256')
        .where('province', '=', province)
        .where('sha256', '>', after)
        .where('type', '<>', '')
        .where(sql<boolean>`exists (select from file_ref
          where file_ref.province = file.province and file_ref.sha256 = file.sha256)`)
        .orderBy('sha256')
        .limit(sql.lit(slice))
        .execute(),
    );
    for (const { sha256 } of named) {
      // What was brought since the store was gone through is there all the same.
      if (there.has(sha256) || (await files.has(province, sha256))) continue;
      const records = await behind((db) => namingRecords(db, province, sha256));
      yield { sha256, records: records.map(({ type, id, subject }) => ({ type, id, subject })) };
    }
    if (named.length < slice) return;
    after = named.at(-1)!.sha256;
  }
}
