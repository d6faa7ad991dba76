import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the bytes of evidence lie. What they are and whose is kept with the records. */
export interface ByteStore {
  /** Kept once it resolves, a power cut included. Storing the same again changes nothing. */
  put(province: string, sha256: string, bytes: Uint8Array): Promise<void>;
  /** Undefined where there is nothing. */
  get(province: string, sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  drop(province: string, sha256: string): Promise<void>;
}

/** Bytes in a folder: one for each province, in it one for each first two letters of the hash. */
export function diskFiles(folder: string): ByteStore {
  const placeOf = (province: string, sha256: string): { shelf: string; file: string } => {
    // A province comes from outside: what it says must not lead out of the folder.
    const shelf = join(folder, encodeURIComponent(province).replaceAll('.', '%2E'), sha256.slice(0, 2));
    return { shelf, file: join(shelf, sha256) };
  };
  return {
    async put(province, sha256, bytes) {
      const { shelf, file } = placeOf(province, sha256);
      await mkdir(shelf, { recursive: true });
      const unfinished = join(shelf, `.${randomUUID()}`);
      try {
        const handle = await open(unfinished, 'wx');
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        // Under its name it is whole or not at all.
        await rename(unfinished, file);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async get(province, sha256) {
      try {
        return new Uint8Array(await readFile(placeOf(province, sha256).file));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    drop: (province, sha256) => rm(placeOf(province, sha256).file, { force: true }),
  };
}

/** Bytes in memory: for tests and demonstrations. */
export function memoryFiles(): ByteStore {
  const kept = new Map<string, Uint8Array>();
  const key = (province: string, sha256: string): string => `${province}\u0000${sha256}`;
  return {
    put: async (province, sha256, bytes) => void kept.set(key(province, sha256), bytes),
    get: async (province, sha256) => {
      const bytes = kept.get(key(province, sha256));
      return bytes && new Uint8Array(bytes);
    },
    drop: async (province, sha256) => void kept.delete(key(province, sha256)),
  };
}
