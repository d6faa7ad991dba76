import type { PrecacheEntry } from 'workbox-precaching';

/** The files of the library, and which of them each script needs that a page includes, as places in that list. */
export interface LibraryFiles {
  files: PrecacheEntry[];
  entries: Record<string, number[]>;
}

/** The script that most pages include. */
const usual = ['htsd'];

/**
 * What the worker keeps from the start: everything that pages with these scripts can ask for, each file once. A page's
 * phone need not carry the graphs of scripts that its site never includes.
 */
export function filesToKeep(library: LibraryFiles, scripts: readonly string[] = usual): PrecacheEntry[] {
  const places = new Set(scripts.flatMap((name) => library.entries[name] ?? []));
  return library.files.filter((_file, place) => places.has(place));
}

/** Scripts of the library among what a page was drawn with that the worker does not keep. */
export function forgottenScripts(
  library: LibraryFiles,
  base: URL,
  assets: readonly string[],
  scripts: readonly string[] = usual,
): string[] {
  const included = new Set(assets.map((asset) => asset.replace(/[?#].*$/, '')));
  return Object.keys(library.entries).filter(
    (name) => !scripts.includes(name) && included.has(new URL(`${name}.js`, base).href),
  );
}
