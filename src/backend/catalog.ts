import type { CriteriaSet, CriteriaSetSummary } from '../domain/criteria-set.schema.js';

/** Criteria sets that come with the library or the host. What is published in the back end itself stands before them. */
export interface Catalog {
  list(): Promise<CriteriaSetSummary[]>;
  get(id: string, version: string): Promise<CriteriaSet | undefined>;
}
