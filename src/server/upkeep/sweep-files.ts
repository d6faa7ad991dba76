import { sql } from 'kysely';
import { dropUnlisted, type Kept } from '../files/drop-unlisted.js';

/** Files that are looked at with one statement. */
const slice = 500;

/**
 * Drops files that no record names and that nobody has brought since a moment: taken out of an answer again, or never put
 * into one; and bytes of before then that the table does not list, left by a program that was cut off between the two.
 * Answers how many. Repeating it is harmless.
 */
export async function sweepFiles(kept: Kept, before: Date): Promise<number> {
  let count = 0;
  for await (const sha256 of unnamedFiles(kept, before)) {
    // First out of the list, then the bytes: what is cut off in between is found by the second half, another night.
    if ((await unlist(kept, sha256, before)) && (await dropUnlisted(kept, sha256))) count += 1;
  }
  for await (const { sha256, at } of kept.files.list(kept.province)) {
    if (at >= before || (await isListed(kept, sha256))) continue;
    if (await dropUnlisted(kept, sha256)) count += 1;
  }
  return count;
}

const writer = ({ province }: Kept) => ({ role: 'writer', province }) as const;
const unnamed = sql<boolean>`not exists (
  select from file_ref where file_ref.province = file.province and file_ref.sha256 = file.sha256)`;

async function* unnamedFiles(kept: Kept, before: Date): AsyncGenerator<string> {
  const { database, province } = kept;
  for (let after = ''; ;) {
    const found = await database.behind(writer(kept), (db) =>
      db
        .selectFrom('file')
        .select('sha256')
        .where('province', '=', province)
        .where('sha256', '>', after)
        .where('at', '<', before.toISOString())
        .where(unnamed)
        .orderBy('sha256')
        .limit(sql.lit(slice))
        .execute(),
    );
    for (const { sha256 } of found) yield sha256;
    if (found.length < slice) return;
    after = found.at(-1)!.sha256;
  }
}

/** Takes a file out of the list, unless somebody has named or brought it since it was looked at. */
async function unlist(kept: Kept, sha256: string, before: Date): Promise<boolean> {
  const gone = await kept.database.behind(writer(kept), (db) =>
    db
      .deleteFrom('file')
      .where('province', '=', kept.province)
      .where('sha256', '=', sha256)
      .where('at', '<', before.toISOString())
      .where(unnamed)
      .returning('sha256')
      .executeTakeFirst(),
  );
  return gone !== undefined;
}

async function isListed(kept: Kept, sha256: string): Promise<boolean> {
  const listed = await kept.database.behind(writer(kept), (db) =>
    db
      .selectFrom('file')
      .select('sha256')
      .where('province', '=', kept.province)
      .where('sha256', '=', sha256)
      .executeTakeFirst(),
  );
  return listed !== undefined;
}
