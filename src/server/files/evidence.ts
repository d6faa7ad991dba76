import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Actor } from '../../domain/actor.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { checkFile } from '../../backend/check-file.js';
import { HtsdError, isHtsdError } from '../../backend/errors.js';
import type { FileInfo } from '../../backend/port.js';
import type { Database } from '../storage/database.js';
import { idOf, refuseSome, type Execute } from '../refuse-some.js';
import { hashesWithin } from '../storage/file-refs.js';
import { wasApplied } from '../storage/was-applied.js';
import type { Tables } from '../storage/tables.js';
import { makeRoom, takeTurn, type FileCaps } from './caps.js';
import type { ByteStore } from './disk-files.js';
import { dropUnlisted } from './drop-unlisted.js';
import { givenAway } from './drop-unnamed.js';
import { mayReadFile } from './may-read.js';

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
  /** It is kept, whole, and he may read it. */
  has(sha256: string): Promise<boolean>;
  /** Errors: not-found, also where it is kept and he may not read it. */
  get(sha256: string): Promise<FileInfo & { bytes: Uint8Array<ArrayBuffer> }>;
  /**
   * Applies commands, but refuses those that name a file which is kept and which the person may not read: by naming it he
   * would give himself the right.
   */
  guarded(commands: readonly unknown[], execute: Execute): Promise<Receipt[]>;
}

const isWhole = (bytes: Uint8Array, sha256: string): boolean =>
  createHash('sha256').update(bytes).digest('hex') === sha256;

export function evidenceOf(
  { database, files, caps = {}, now }: EvidenceOptions,
  province: string,
  actor: Actor,
): Evidence {
  const behind: Database['behind'] = (asking, work) => database.behind(asking, work);
  const writer = { role: 'writer', province } as const;

  const room = { caps, province, owner: actor.id };

  const knownFile = (sha256: string) =>
    behind(writer, async (db) => {
      const known = await db
        .selectFrom('file')
        .select(['type', 'size'])
        .where('province', '=', province)
        .where('sha256', '=', sha256)
        // Without a type it was found lying there: nobody has brought it. And what is to go is not there any more.
        .where('type', '<>', '')
        .where('at', '>=', givenAway.toISOString())
        .executeTakeFirst();
      return known && { ...known, readable: await mayReadFile(db, province, actor, sha256) };
    });

  return {
    async put(blob) {
      const { sha256, type, size, bytes } = await checkFile(blob);
      const known = await knownFile(sha256);
      // Before anything is written: nearly always there is nobody beside him.
      if (!known?.readable)
        await behind(writer, (db) =>
          makeRoom(db, room, { person: size, province: known === undefined ? size : 0 }),
        );
      // Bytes first: a line in the table must never name what is not there.
      await files.put(province, sha256, new Uint8Array(bytes));
      const at = now().toISOString();
      const list = async (db: Kysely<Tables>): Promise<void> => {
        if (!known?.readable) await takeTurn(db, room);
        const line = { province, sha256, type, size, owner: actor.id, at };
        await db
          .insertInto('file')
          .values(line)
          // Brought again, it is kept as if it were new.
          .onConflict((conflict) => conflict.columns(['province', 'sha256']).doUpdateSet({ type, size, at }))
          .execute();
        const holder = { province, sha256, owner: actor.id, at };
        await db
          .insertInto('file_holder')
          .values(holder)
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        if (!known?.readable) await makeRoom(db, room, { person: 0, province: 0 });
      };
      try {
        await database.transaction(writer, list);
      } catch (error) {
        // Others were faster: what they have left no room for does not stay. Where that fails, too, it is swept away at night.
        if (isHtsdError(error) && error.code === 'quota')
          await dropUnlisted({ database, files, province }, sha256).catch(() => undefined);
        throw error;
      }
      // It may have been swept away between the two: from here on nobody sweeps it. Asked when the connection is given back: a
      // slow store of files keeps nobody from the register.
      if (!(await files.has(province, sha256))) await files.put(province, sha256, new Uint8Array(bytes));
      return { sha256, type, size };
    },
    async has(sha256) {
      const known = await knownFile(sha256);
      const bytes = known?.readable ? await files.get(province, sha256) : undefined;
      return bytes !== undefined && isWhole(bytes, sha256);
    },
    async get(sha256) {
      const known = await knownFile(sha256);
      const bytes = known?.readable ? await files.get(province, sha256) : undefined;
      if (!known || !bytes) throw new HtsdError('not-found');
      // A disk that fails, a copy cut short: what was not brought is not handed out as what was.
      if (!isWhole(bytes, sha256)) throw Object.assign(new Error('damaged'), { code: 'FILE_DAMAGED' });
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
