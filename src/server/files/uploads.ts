import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
  type FileHandle,
} from 'node:fs/promises';
import { join } from 'node:path';
import { maxFileMegabytes } from '../../backend/check-file.js';
import { HtsdError } from '../../backend/errors.js';
import type { FileInfo } from '../../backend/port.js';
import { ifThere } from './if-there.js';

/** Where a piece belongs: bytes `start` up to, without, `start` + its length, of `total`. */
export interface Range {
  start: number;
  total: number;
}

/** Files that come piece by piece, until they are whole. Each person has his own, whatever he calls them. */
export interface Uploads {
  /** How much of it is there; what was made of it once it was whole. */
  state(person: string, id: string): Promise<{ offset: number; done?: FileInfo }>;
  /**
   * Adds a piece; one that is there already changes nothing. Answers how much is there.
   * Errors: conflict (`offset`), where a piece before it is missing; too-large (limit in MB); quota, where he has begun too many.
   */
  add(person: string, id: string, range: Range, piece: Uint8Array): Promise<number>;
  whole(person: string, id: string): Promise<Uint8Array<ArrayBuffer>>;
  /** It was kept: the pieces go, and what was made of them is told to who asks again. */
  finish(person: string, id: string, info: FileInfo): Promise<void>;
  /** What was made of it is not kept any more. */
  forget(person: string, id: string): Promise<void>;
  /** Drops what nobody has added to since. Answers how many. */
  sweep(before: Date): Promise<number>;
}

/** Uploads that one person may have begun at a time. */
const mostBegun = 20;
const limit = maxFileMegabytes * 1_048_576;
/** What a person's folder is called. */
const shelves = /^[0-9a-f]{64}$/;

/** Pieces in a folder that all copies of the server share. @param folder is made when it is needed */
export function diskUploads(folder: string): Uploads {
  const shelfOf = (person: string): string => join(folder, createHash('sha256').update(person).digest('hex'));
  const partOf = (person: string, id: string): string => join(shelfOf(person), `${id}.part`);
  const doneOf = (person: string, id: string): string => join(shelfOf(person), `${id}.done`);

  const beginning = new Map<string, Promise<FileHandle>>();

  async function state(person: string, id: string): Promise<{ offset: number; done?: FileInfo }> {
    const done = await readFile(doneOf(person, id), 'utf8').catch(ifThere);
    if (done !== undefined) {
      const info = JSON.parse(done) as FileInfo;
      return { offset: info.size, done: info };
    }
    return { offset: (await stat(partOf(person, id)).catch(ifThere))?.size ?? 0 };
  }

  /** Begun one after the other, so that each counts those before it; of several copies each may let in one more. */
  const begin = async (person: string, id: string): Promise<FileHandle> => {
    const shelf = shelfOf(person);
    const before = beginning.get(shelf);
    const mine = (async () => {
      await before?.catch(() => undefined);
      await mkdir(shelf, { recursive: true });
      const begun = (await readdir(shelf)).filter((name) => name.endsWith('.part'));
      if (begun.length >= mostBegun) throw new HtsdError('quota', { params: { limit: mostBegun } });
      // As it is, where it was begun twice at the same time: neither takes away what the other has written.
      return open(partOf(person, id), constants.O_WRONLY | constants.O_CREAT);
    })();
    beginning.set(shelf, mine);
    try {
      return await mine;
    } finally {
      if (beginning.get(shelf) === mine) beginning.delete(shelf);
    }
  };

  return {
    state,
    async add(person, id, { start, total }, piece) {
      if (total > limit) throw new HtsdError('too-large', { params: { limit: maxFileMegabytes } });
      const { offset } = await state(person, id);
      if (start > offset) throw new HtsdError('conflict', { params: { offset } });
      const handle = offset === 0 ? await begin(person, id) : await open(partOf(person, id), 'r+');
      try {
        await handle.write(piece, 0, piece.byteLength, start);
        await handle.sync();
      } finally {
        await handle.close();
      }
      return Math.max(offset, start + piece.byteLength);
    },
    whole: async (person, id) => new Uint8Array(await readFile(partOf(person, id))),
    async finish(person, id, info) {
      // Under its name it is whole or not at all.
      const unfinished = join(shelfOf(person), `.${randomUUID()}`);
      await writeFile(unfinished, JSON.stringify(info), { flush: true });
      await rename(unfinished, doneOf(person, id));
      await rm(partOf(person, id), { force: true });
    },
    forget: (person, id) => rm(doneOf(person, id), { force: true }),
    async sweep(before) {
      let count = 0;
      // What else lies there, as a volume has its `lost+found`, is nobody's upload.
      for (const shelf of ((await readdir(folder).catch(ifThere)) ?? []).filter((one) => shelves.test(one)))
        for (const name of await readdir(join(folder, shelf))) {
          const file = join(folder, shelf, name);
          const found = await stat(file).catch(ifThere);
          // Made whole just now, or swept by another copy.
          if (!found || found.mtime >= before) continue;
          await rm(file, { force: true });
          count += 1;
        }
      return count;
    },
  };
}

/** What `Content-Range: bytes 0-1023/4096` says. Errors: invalid. @param length of the piece that came with it */
export function readRange(header: string | undefined, length: number): Range {
  const [, first, last, whole] = /^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/.exec(header ?? '') ?? [];
  const [start, end, total] = [Number(first), Number(last), Number(whole)];
  if (!(end < total && end - start + 1 === length))
    throw new HtsdError('invalid', { params: { field: 'Content-Range' } });
  return { start, total };
}
