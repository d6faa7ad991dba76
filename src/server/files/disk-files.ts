import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifThere } from './if-there.js';

/** Where the bytes of evidence lie. What they are and whose is kept with the records. */
export interface ByteStore {
  /** Kept once it resolves, a power cut included. Storing the same again changes nothing. */
  put(province: string, sha256: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is nothing. */
  get(province: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  has(province: string, sha256: string): Promise<boolean>;
  drop(province: string, sha256: string): Promise<void>;
  /** All that is kept of a province, with the moment at which it was put there last. */
  list(province: string): AsyncIterable<KeptBytes>;
  /** Drops what puts have left that were cut off before a moment, where they leave anything. Answers how many. */
  tidy?(province: string, before: Date): Promise<number>;
}

export interface KeptBytes {
  sha256: string;
  at: Date;
}

/** Bytes in a folder: one for each province, in it one for each first two letters of the hash. */
export function diskFiles(folder: string): ByteStore {
  // A province comes from outside: what it says must not lead out of the folder.
  const roomOf = (province: string): string =>
    join(folder, encodeURIComponent(province).replaceAll('.', '%2E'));
  const placeOf = (province: string, sha256: string): { shelf: string; file: string } => {
    const shelf = join(roomOf(province), sha256.slice(0, 2));
    return { shelf, file: join(shelf, sha256) };
  };
  /** Files on the shelves of a province. What else lies there, as a volume has its `lost+found`, is nobody's evidence. */
  async function* entries(
    province: string,
    named: RegExp,
  ): AsyncGenerator<{ name: string; path: string; at: Date }> {
    const room = roomOf(province);
    for (const shelf of ((await readdir(room).catch(ifThere)) ?? []).filter((name) => shelves.test(name)))
      for (const name of (await readdir(join(room, shelf))).filter((one) => named.test(one))) {
        const path = join(room, shelf, name);
        const found = await stat(path).catch(ifThere);
        if (found) yield { name, path, at: found.mtime };
      }
  }

  return {
    async put(province, sha256, bytes) {
      const { shelf, file } = placeOf(province, sha256);
      await mkdir(shelf, { recursive: true });
      const part = join(shelf, `.${randomUUID()}`);
      try {
        const handle = await open(part, 'wx');
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        // Under its name it is whole or not at all.
        await rename(part, file);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    async get(province, sha256) {
      const bytes = await readFile(placeOf(province, sha256).file).catch(ifThere);
      return bytes && new Uint8Array(bytes);
    },
    has: async (province, sha256) =>
      (await stat(placeOf(province, sha256).file).catch(ifThere)) !== undefined,
    drop: (province, sha256) => rm(placeOf(province, sha256).file, { force: true }),
    async *list(province) {
      for await (const { name, at } of entries(province, hash)) yield { sha256: name, at };
    },
    async tidy(province, before) {
      let count = 0;
      for await (const { path, at } of entries(province, unfinished)) {
        if (at >= before) continue;
        await rm(path, { force: true });
        count += 1;
      }
      return count;
    },
  };
}

const hash = /^[0-9a-f]{64}$/;
const shelves = /^[0-9a-f]{2}$/;
/** Under what a file lies until it is whole. */
const unfinished = /^\.[0-9a-f-]{36}$/;

/** Bytes in memory: for tests and demonstrations. */
export function memoryFiles(): ByteStore {
  const kept = new Map<string, { bytes: Uint8Array; at: Date }>();
  const key = (province: string, sha256: string): string => `${province}\u0000${sha256}`;
  return {
    put: async (province, sha256, bytes) => void kept.set(key(province, sha256), { bytes, at: new Date() }),
    get: async (province, sha256) => {
      const found = kept.get(key(province, sha256));
      return found && new Uint8Array(found.bytes);
    },
    has: async (province, sha256) => kept.has(key(province, sha256)),
    drop: async (province, sha256) => void kept.delete(key(province, sha256)),
    async *list(province) {
      for (const [place, { at }] of [...kept])
        if (place.startsWith(key(province, ''))) yield { sha256: place.slice(key(province, '').length), at };
    },
  };
}
