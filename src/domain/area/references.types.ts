import type { Indicator, Target } from '../target/target.schema.js';
import type { PlacesPart } from './area-record.schema.js';

/** Places, indicators and targets that come with the library or the host. What is entered stands before them. */
export interface References {
  /** Parts of version 0. */
  readonly places: readonly PlacesPart[];
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
}
