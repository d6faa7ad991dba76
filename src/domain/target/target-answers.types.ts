import type { Locality, LocalityEvent } from '../locality/locality.schema.js';
import type { Model } from '../text.schema.js';
import type { Figure, Indicator, Target } from './target.schema.js';

/** A part of the list of places: those of one province, or the nation's. */
export interface PlacesPart {
  readonly localities: readonly Locality[];
  readonly events: readonly LocalityEvent[];
}

/** A figure that was told by hand, with its place as `code@from`. */
export interface ReportedFigure {
  readonly indicator: string;
  readonly place: string;
  readonly figure: Figure;
}

/** What the register counts in one place. Without a `cycle`: the subjects that there are now. */
export interface Tally {
  readonly cycle?: string | undefined;
  readonly model: Model;
  /** Empty where a subject belongs to no group. */
  readonly subjectGroup: string;
  /** Code of the place; empty where none is known. */
  readonly place: string;
  readonly counts: { readonly subjects: number; readonly registered: number; readonly recognised: number };
}

export interface TargetsAnswer {
  readonly indicators: readonly Indicator[];
  readonly targets: readonly Target[];
}

/** What the four questions were answered with. */
export interface TargetAnswers extends TargetsAnswer {
  readonly places: readonly PlacesPart[];
  readonly figures: readonly ReportedFigure[];
  readonly tallies: readonly Tally[];
}
