import type { Indicator } from './target.schema.js';
import type { Milestone, PlaceLevel, PlaceName, YearFigure } from './year-figure.types.js';

export type { Milestone, PlaceLevel, PlaceName, YearFigure };

/** Where one place stands with one indicator in one year. Plain data: a host without a back end may make it by `targetView`. */
export interface TargetView {
  readonly indicator: Indicator;
  readonly place: PlaceName;
  readonly year: number;
  /** The day on which it is judged. */
  readonly on: string;
  /** The target of that year, absent where none holds. */
  readonly now?: Milestone;
  /** The one after it. */
  readonly next?: Milestone;
  /** All years that are known, the oldest first. */
  readonly years: readonly YearFigure[];
  /** Level of the parts that it can be opened into, and how many there are. */
  readonly parts?: { readonly level: PlaceLevel; readonly count: number };
  /** Recognised in the register without a place that is known, in the year looked at: in no place's figure. */
  readonly unplaced?: number;
}
