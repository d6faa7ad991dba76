import { dropUnnamed, unnamed } from '../files/drop-unnamed.js';
import type { Kept } from '../files/drop-unlisted.js';
import { sql } from 'kysely';

export interface SweepOptions extends Kept {
  now: () => Date;
  /** Hears what the store of files says that does not let go of something. */
  tell?: ((error: unknown) => void) | undefined;
}

/** Counts of what was done. */
export interface Swept {
  /** Files that nothing names. */
  files: number;
  /** Bytes that the database knows nothing of. They are listed from now on, and go when they are as old as that. */
  found: number;
  /** What failed: it is tried again another night. */
  stuck: number;
}

/** Files that are looked at with one statement. */
const slice = 500;
/** Failures in a row after which nothing else is tried: the store is not there. */
const enough = 5;

/**
 * Drops files that no record names and that nobody has brought since a moment: taken out of an answer again, or never put
 * into one. Bytes from before then that the table does not list are left by a program that was cut off between the two. Or the
 * table is of another day than they are: restored from long before, or new and to be restored yet. So they are listed first, and
 * go when nobody has named them for as long again. One file that cannot be dropped holds up no other. Repeating it is harmless.
 */
export async function sweepFiles(options: SweepOptions, before: Date): Promise<Swept> {
  const swept = { files: 0, found: 0, stuck: 0 };
  let inRow = 0;
  /** Answers whether to go on. */
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      inRow = 0;
    } catch (error) {
      options.tell?.(error);
      swept.stuck += 1;
      inRow += 1;
    }
    return inRow < enough;
  };
  for await (const sha256 of unnamedFiles(options, before)) {
    const goOn = await attempt(async () => {
      if (await dropUnnamed(options, sha256, before)) swept.files += 1;
    });
    if (!goOn) return swept;
  }
  await attempt(async () => {
    for await (const { sha256, at } of options.files.list(options.province))
      if (at < before && (await list(options, sha256))) swept.found += 1;
  });
  return swept;
}

const writer = ({ province }: Kept) => ({ role: 'writer', province }) as const;

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

/** Lists bytes as what nobody has brought. Answers whether they were not listed yet. */
async function list({ now, ...kept }: SweepOptions, sha256: string): Promise<boolean> {
  const { database, province } = kept;
  const line = { province, sha256, type: '', size: 0, owner: '', at: now().toISOString() };
  const listed = await database.behind(writer(kept), (db) =>
    db
      .insertInto('file')
      .values(line)
      .onConflict((conflict) => conflict.doNothing())
      .returning('sha256')
      .executeTakeFirst(),
  );
  return listed !== undefined;
}
