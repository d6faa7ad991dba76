import type { Locality } from '../locality/locality.schema.js';
import type { Places } from '../locality/places.js';
import type { Indicator } from '../target/target.schema.js';
import type { Milestone, YearFigure } from '../target/year-figure.types.js';

/** A year, told in the boundaries of another. */
export interface ToldYear {
  readonly year: number;
  readonly within: number;
}

/** What a report is made from, to be asked by indicator and place. */
export interface ReportWorld {
  readonly places: Places;
  /** The year's last day, or today where that has not come yet. */
  dayOf(year: number): string;
  /** The place of a code on a day; a former one lives on where it went over into one other. */
  homeOf(code: string, day: string): Locality | undefined;
  /** The place that bore a code last, up to a day. */
  lastOf(code: string, day: string): Locality | undefined;
  /** Those who hold the title, out of how many. */
  achieved(indicator: Indicator, key: string, when: ToldYear): YearFigure | undefined;
  /** How many registered for it. */
  registered(indicator: Indicator, key: string, when: ToldYear): YearFigure | undefined;
  /** The same as it was told by hand, with totals. */
  registeredByHand(indicator: Indicator, key: string, when: ToldYear): YearFigure | undefined;
  /** The target that holds in a place, with how it stands against it. */
  aim(indicator: Indicator, place: Locality, year: number): Milestone | undefined;
  /** Recognised in a year without a place that is known. */
  unplaced(indicator: Indicator, place: Locality, year: number): number;
  /**
   * Codes under which the register counted in a year what lies in a place; of one wider than a commune, what lies in it and in
   * none of its parts.
   */
  codesIn(place: Locality, year: number): readonly string[];
}
