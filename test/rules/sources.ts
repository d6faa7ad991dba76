import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Folders with nothing that a person wrote. */
const made = new Set(['node_modules', 'dist', '.git', 'coverage', 'artifacts', 'results', '.cache']);

export interface Source {
  /** Path in the repository, with `/`. */
  path: string;
  text: string;
}

/** Paths of all files that people wrote, below a folder of the repository. */
export function listFiles(folder = ''): string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return made.has(entry.name) ? [] : listFiles(path);
    return entry.isFile() ? [path] : [];
  });
}

/** The files of some folders whose path fits. */
export function readSources(folders: readonly string[], fits: RegExp): Source[] {
  const present = new Set(readdirSync(root));
  return folders
    .filter((folder) => folder === '' || present.has(folder.split('/')[0] ?? ''))
    .flatMap((folder) => listFiles(folder))
    .filter((path) => fits.test(path))
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }));
}

/** Sources that end up in a product: no tests. */
export function readProduct(): Source[] {
  return readSources(['src', 'components', 'embed'], /^(?!.*\/test-helpers\/).*(?<!\.test)\.ts$/);
}

/** `path:line` of every place where a pattern is found. */
export function places(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  );
}
