import type { LegalSource } from '../criteria-set.schema.js';
import type { Locality } from '../locality/locality.schema.js';
import type { LocalText } from '../text.schema.js';
import type { TargetStanding } from './pace.js';
import type { Figure, Target } from './target.schema.js';

export type PlaceLevel = Locality['level'];

/** A place as it is named on a screen. */
export interface PlaceName {
  /** `code@from`. */
  readonly key: string;
  readonly code: string;
  readonly name: LocalText;
  readonly level: PlaceLevel;
}

/** What a year came to in today's boundaries, or why that cannot be said. */
export interface YearFigure {
  readonly year: number;
  readonly figure?: Figure;
  /** Hundredths of one per cent, or a number. */
  readonly value?: number;
  /** `records`: counted in the register; `report`: told by hand; `sum`: of the parts; `carried`: over a change of boundaries. */
  readonly how?: 'records' | 'report' | 'sum' | 'carried';
  /** The total is of the register as it is now, for want of a reported one. */
  readonly liveTotal?: boolean;
  /** Registered for the title, where the register tells. */
  readonly registered?: number;
  /** Of the sum, what the register counts in the place itself and in none of its parts. */
  readonly beside?: Figure;
  /** Parts that have not reported. */
  readonly missing?: readonly LocalText[];
  /** Former places that it was carried over from. */
  readonly from?: readonly LocalText[];
  /** It cannot be compared, and for the sake of which former places. */
  readonly lack?: {
    readonly code: 'no-share' | 'no-figure' | 'mixed';
    readonly places: readonly LocalText[];
  };
}

/** A target of the place, and where the place stands against it. */
export interface Milestone {
  readonly target: Target;
  readonly standing: TargetStanding;
  /** Of the same rank and day: another source, perhaps with another value. */
  readonly others?: readonly { readonly value: number; readonly source: LegalSource }[];
  /** What was asked of wider places, or of all kinds of area, before this place was told something of its own; the nearest first. */
  readonly wider?: readonly { readonly value: number; readonly source: LegalSource }[];
  /** The path begins at the place's own first figure, as the target tells none. */
  readonly ownBase?: Figure;
}
