import type { References } from '../domain/area/references.types.js';
import type { CriteriaSet, CriteriaSetSummary } from '../domain/criteria-set.schema.js';
import type { Model } from '../domain/text.schema.js';

/** Criteria sets, and more, that come with the library or the host. What is published in the back end itself stands before them. */
export interface Catalog {
  /** Every set without its sections; those of one model are enough where one is named. */
  list(model?: Model): Promise<CriteriaSetSummary[]>;
  get(id: string, version: string): Promise<CriteriaSet | undefined>;
  /** Places, indicators and targets that come along too. What is entered in the back end itself stands before them. */
  references?(): Promise<References | undefined>;
}
