import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** A file as it is sent. `br`: the same, smaller. */
export interface BuiltFile {
  type: string;
  etag: string;
  bytes: Buffer;
  br: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};
const compress = promisify(brotliCompress);

/**
 * The library as it was built: what lies in its folder and in `chunks`, and nothing else. What there is is looked up once, so
 * that no path that somebody asks for is ever put together with that of the folder.
 * @param folder of the built library
 */
export class BuiltFiles {
  readonly #paths: ReadonlyMap<string, string>;
  readonly #read = new Map<string, Promise<BuiltFile>>();

  constructor(folder: string) {
    const namesIn = (path: string): string[] =>
      existsSync(join(folder, path))
        ? readdirSync(join(folder, path), { withFileTypes: true })
            .filter((entry) => entry.isFile() && extname(entry.name) in types)
            .map(({ name }) => (path ? `${path}/${name}` : name))
        : [];
    this.#paths = new Map([...namesIn(''), ...namesIn('chunks')].map((name) => [name, join(folder, name)]));
  }

  /**
   * Copies everything into a folder, unless it is there already: whole or not at all, also where several programs do it at
   * once. What is there by the same name and is another build makes way.
   */
  keep(folder: string): void {
    const mine = this.#paths.get('hashes.json');
    const theirs = join(folder, 'hashes.json');
    if (existsSync(folder)) {
      if (!mine || (existsSync(theirs) && readFileSync(mine).equals(readFileSync(theirs)))) return;
      rmSync(folder, { recursive: true, force: true });
    }
    const half = `${folder}.${process.pid}`;
    mkdirSync(join(half, 'chunks'), { recursive: true });
    for (const [name, path] of this.#paths) copyFileSync(path, join(half, name));
    try {
      renameSync(half, folder);
    } catch (error) {
      rmSync(half, { recursive: true });
      // Another one was faster, with the same files.
      if (!existsSync(folder)) throw error;
    }
  }

  /**
   * A file by its name below the folder; undefined where there is none. Read and made smaller once.
   * @param fill puts into a page what its operator decided
   * @param key of what `fill` puts in
   */
  get(name: string, fill?: (page: string) => string, key = ''): Promise<BuiltFile> | undefined {
    const path = this.#paths.get(name);
    if (path === undefined) return undefined;
    const known = this.#read.get(name + key);
    if (known) return known;
    const read = this.#make(path, fill);
    this.#read.set(name + key, read);
    read.catch(() => this.#read.delete(name + key));
    return read;
  }

  async #make(path: string, fill: ((page: string) => string) | undefined): Promise<BuiltFile> {
    const found = await readFile(path);
    const bytes = fill ? Buffer.from(fill(found.toString())) : found;
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    // The best of brotli takes a second for a large file, and this happens while somebody waits.
    const br = await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
    return { type: types[extname(path)]!, etag, bytes, br };
  }
}
