import { readdir } from 'node:fs/promises';
import type { CriteriaSet } from '../domain/criteria-set.schema.js';

/** For tests: every set that lies in the folder, by file name without `.ts`; asks the disk, not the catalog. */
export async function readSets(): Promise<Map<string, CriteriaSet>> {
  const names = (await readdir(new URL('./sets/', import.meta.url)))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
    .sort();
  return new Map(
    await Promise.all(
      names.map(async (name) => {
        const chunk = (await import(`./sets/${name}.ts`)) as { default: CriteriaSet };
        return [name, chunk.default] as const;
      }),
    ),
  );
}
