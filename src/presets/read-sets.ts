import type { CriteriaSet } from '../domain/criteria-set.schema.js';
import { presetKeys, presets } from './catalog.js';

/** Every set at once, by id, in the order of the list: for checks over all of them, never for a page. */
export async function readSets(): Promise<Map<string, CriteriaSet>> {
  const sets = new Map<string, CriteriaSet>();
  for (const key of presetKeys) {
    const [id = '', version = ''] = key.split('@');
    const set = await presets.get(id, version);
    if (set) sets.set(id, set);
  }
  return sets;
}
