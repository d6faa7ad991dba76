import type { CriteriaSet } from '../../src/domain/criteria-set.schema.js';

/** A catalog of the given sets. */
export const catalogOf = (...sets: CriteriaSet[]) => ({
  list: async () => sets.map(({ sections: _left, ...summary }) => summary),
  get: async (id: string, version: string) => sets.find((set) => set.id === id && set.version === version),
});
