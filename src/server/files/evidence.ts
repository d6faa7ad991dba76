import { sql } from 'kysely';
import type { Actor } from '../../domain/actor.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { checkFile } from '../../backend/check-file.js';
import { HtsdError } from '../../backend/errors.js';
import type { FileInfo } from '../../backend/port.js';
import type { Database } from '../storage/database.js';
import { idOf, refuseSome, type Execute } from '../refuse-some.js';
import { hashesWithin } from '../storage/file-refs.js';
import { wasApplied } from '../storage/was-applied.js';
import type { ByteStore } from './disk-files.js';
import { mayReadFile } from './may-read.js';

/** Megabytes of evidence that are kept. Absent: as many as there is room for. */
export interface FileCaps {
  /** What one person has brought. */
  person?: number | undefined;
  /** What lies in a province. */
  province?: number | undefined;
}

export interface EvidenceOptions {
  database: Database;
  files: ByteStore;
  caps?: FileCaps | undefined;
  now: () => Date;
}

/** Evidence of a province as one person may bring and read it. */
export interface Evidence {
  /** Errors: too-large, invalid, quota (`limit` in MB). */
  put(blob: Blob): Promise<FileInfo>;
  /** It is kept, and he may read it. */
  has(sha256: string): Promise<boolean>;
  /** Errors: not-found, also where it is kept and he may not read it. */
  get(sha256: string): Promise<FileInfo & { bytes: Uint8Array<ArrayBuffer> }>;
  /**
   * Applies commands, but refuses those that name a file which is kept and which the person may not read: by naming it he
   * would give himself the right.
   */
  guarded(commands: readonly unknown[], execute: Execute): Promise<Receipt[]>;
}

const megabyte = 1_048_576;

export function evidenceOf(
  { database, files, caps = {}, now }: EvidenceOptions,
  province: string,
  actor: Actor,
): Evidence {
  const behind: Database['behind'] = (asking, work) => database.behind(asking, work);
  const writer = { role: 'writer', province } as const;

  async function makeRoom(size: number): Promise<void> {
    const most = [
      [
        caps.person,
        sql`sha256 in (select sha256 from file_holder where province = ${province} and owner = ${actor.id})`,
      ],
      [caps.province, sql`true`],
    ] as const;
    for (const [limit, whose] of most) {
      if (limit === undefined) continue;
      const { rows } = await behind(writer, (db) =>
        sql<{
          used: string;
        }>`select coalesce(sum(size), 0)::text as used from file where province = ${province} and ${whose}`.execute(
          db,
        ),
      );
      if (Number(rows[0]!.used) + size > limit * megabyte)
        throw new HtsdError('quota', { params: { limit } });
    }
  }

  const knownFile = (sha256: string) =>
    behind(writer, async (db) => {
      const known = await db
        .selectFrom('file')
        .select(['type', 'size'])
        .where('province', '=', province)
        .where('sha256', '=', sha256)
        .executeTakeFirst();
      return known && { ...known, readable: await mayReadFile(db, province, actor, sha256) };
    });

  return {
    async put(blob) {
      const { sha256, type, size, bytes } = await checkFile(blob);
      const known = await knownFile(sha256);
      if (!known?.readable) await makeRoom(size);
      // Bytes first: a line in the table must never name what is not there.
      await files.put(province, sha256, new Uint8Array(bytes));
      const at = now().toISOString();
      await database.transaction(writer, async (db) => {
        const line = { province, sha256, type, size, owner: actor.id, at };
        await db
          .insertInto('file')
          .values(line)
          // Brought again, it is kept as if it were new.
          .onConflict((conflict) => conflict.columns(['province', 'sha256']).doUpdateSet({ at }))
          .execute();
        const holder = { province, sha256, owner: actor.id, at };
        await db
          .insertInto('file_holder')
          .values(holder)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        // It may have been swept away between the two: from here on nobody sweeps it.
        if (!(await files.has(province, sha256))) await files.put(province, sha256, new Uint8Array(bytes));
      });
      return { sha256, type, size };
    },
    has: async (sha256) => (await knownFile(sha256))?.readable ?? false,
    async get(sha256) {
      const known = await knownFile(sha256);
      const bytes = known?.readable ? await files.get(province, sha256) : undefined;
      if (!known || !bytes) throw new HtsdError('not-found');
      return { type: known.type, size: known.size, sha256, bytes };
    },
    async guarded(commands, execute) {
      const readable = new Map<string, Promise<boolean>>();
      const isReadable = (sha256: string): Promise<boolean> => {
        const known = readable.get(sha256) ?? knownFile(sha256).then((file) => !file || file.readable);
        readable.set(sha256, known);
        return known;
      };
      const refused = new Map<number, Receipt>();
      for (const [index, command] of commands.entries()) {
        const id = idOf(command);
        if (id === undefined) continue;
        for (const sha256 of hashesWithin(command)) {
          if (await isReadable(sha256)) continue;
          if (await behind(writer, (db) => wasApplied(db, province, id))) continue;
          refused.set(index, { id, status: 'rejected', code: 'forbidden', path: ['evidence'] });
          break;
        }
      }
      return refuseSome(commands, refused, execute);
    },
  };
}
