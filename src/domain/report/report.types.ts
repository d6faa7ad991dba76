import type { ActivityFields } from '../area/area-record.schema.js';
import type { RowState } from '../area/area-query.schema.js';
import type { Milestone, PlaceLevel, PlaceName } from '../target/year-figure.types.js';
import type { Indicator } from '../target/target.schema.js';
import type { LocalText, Model } from '../text.schema.js';

/** `year`: the statistics of one year; `midterm` and `final`: the reviews of several, sơ kết and tổng kết. */
export type ReportKind = 'year' | 'midterm' | 'final';

/** What is asked for. */
export interface ReportAsk {
  /** A code, or `code@from`. */
  readonly locality: string;
  readonly kind: ReportKind;
  /** The year, or the last one of a review. */
  readonly year: number;
  /** First year of a review. Default: 2021, with which the programmes begin. */
  readonly from?: number | undefined;
}

export type SectionId =
  | 'models'
  | 'organisation'
  | 'centres'
  | 'activities'
  | 'funds'
  | 'awards'
  | 'indicators';

/**
 * What a number counts. `total`: all that there are; `registered` and `achieved`: those of them that registered for the
 * title or hold it; `number`: things counted by themselves; `participants` of activities; `amount`: đồng.
 */
export type MeasureId = 'total' | 'registered' | 'achieved' | 'number' | 'participants' | 'amount';

/**
 * Where a number comes from. `records`: counted in the register; `report`: told by hand; `sum`: added up from the parts;
 * `carried`: told before boundaries changed; `activities`: added up from those recorded; `ledgers`: from the funds' books.
 */
export type How = 'records' | 'report' | 'sum' | 'carried' | 'activities' | 'ledgers';

/**
 * Why there is no number. `not-reported`: nobody has told it; `not-there`: the place did not exist then; `no-share`: a place
 * was divided and nobody said how; `no-figure`: one that it came from was not counted; `mixed`: some parts tell a total and
 * others none; `later`: the books begin later; `unread`: the books could not be read.
 */
export type LackCode = 'not-reported' | 'not-there' | 'no-share' | 'no-figure' | 'mixed' | 'later' | 'unread';

export interface Lack {
  readonly code: LackCode;
  /** For the sake of which places. */
  readonly places: readonly LocalText[];
}

/** One number of the report: a value, or why there is none. */
export interface Cell {
  /** A whole number, of things, people or đồng. */
  readonly value?: number;
  readonly lack?: Lack;
  readonly how?: How;
  /** Leads to what it was made of; absent where there is nothing below. */
  readonly trace?: Trace;
}

/** A share: always two raw numbers, never an average. */
export interface Ratio {
  readonly count?: number;
  readonly of?: number;
  /** Hundredths of one per cent, cut off, so that what reads as 75 % has reached it. Absent where it cannot be told. */
  readonly value?: number;
  /** More counted than there are: the figures are to be looked at. */
  readonly over?: boolean;
}

/** A number of a line, with that of the year it is compared with. */
export interface Measure {
  readonly id: MeasureId;
  readonly now: Cell;
  /** Absent where comparing says nothing: what was done in several years beside what was done in one. */
  readonly before?: Cell;
  /** Now less before, where both are told. */
  readonly change?: number;
}

export interface ShareOf {
  readonly now: Ratio;
  readonly before?: Ratio;
  /** Hundredths of a percentage point. */
  readonly change?: number;
}

/** Which parts have told their number, in a line that adds them up. */
export interface Coverage {
  readonly reported: number;
  readonly expected: number;
  /** Of all parts that were expected; `nation` where they are of several levels. */
  readonly level: PlaceLevel;
  /** Those that have not, by name, in the order of the list of places. */
  readonly missing: readonly PlaceName[];
}

/** What a year of a review came to. */
export interface YearPoint {
  readonly year: number;
  /** Of the line's leading measure. */
  readonly cell: Cell;
  /** Of the line's share, where it has one. */
  readonly share?: Ratio;
}

/**
 * Something that a reader has to know. `live-total`: the total is of the register as it is now; `over-total`: more than there
 * are; `carried`: told for `names` and carried over; `unplaced`: `n` are in no known place and not counted; `divided`: `n`
 * belong to places that were divided since and are not counted; `partly`: of `n` no number of people was told; `no-place`:
 * the funds `names` tell no place that is known; `in-transit`, `loose`: đồng `n` on the way, or between funds of which one
 * is not named; `later`: the books of `names` begin later; `differs`: the books of `names` do not come to what they publish;
 * `unread`: those of `names` could not be read; `public-only`: of published funds alone.
 */
export interface Remark {
  readonly code:
    | 'live-total'
    | 'over-total'
    | 'carried'
    | 'unplaced'
    | 'divided'
    | 'partly'
    | 'no-place'
    | 'in-transit'
    | 'loose'
    | 'later'
    | 'differs'
    | 'unread'
    | 'public-only';
  readonly n?: number;
  readonly names?: readonly LocalText[];
}

/** One line of a section. */
export interface ReportLine {
  /**
   * `family`, `citizen.farmers`, `citizen.` for those of no group; the indicator's id; the kind of activity; `opening`,
   * `raised`, `spent`, `closing`, and the same with `goods.` before it; `funds` for how many there are.
   */
  readonly id: string;
  /** 1: one of the groups of the line before. */
  readonly depth: 0 | 1;
  /** Told by data; else the dictionary has `report.line.<id>`, and of a group `report.group.<group>`, or `report.group.none`. */
  readonly label?: LocalText;
  readonly unit?: LocalText;
  /** The one whose figures and targets it tells. */
  readonly indicator?: Indicator;
  readonly measures: readonly Measure[];
  readonly share?: ShareOf;
  /** The target that holds, and where the place stands against it. */
  readonly aim?: Milestone;
  /** Each year of a review, the oldest first; empty in the report of one year. */
  readonly series: readonly YearPoint[];
  /** Of this year, where parts are added up. */
  readonly coverage?: Coverage;
  readonly remarks: readonly Remark[];
}

export interface ReportSection {
  readonly id: SectionId;
  /** The measures that its lines have, in order: the columns of its table. */
  readonly measures: readonly MeasureId[];
  readonly lines: readonly ReportLine[];
  readonly remarks: readonly Remark[];
  /** Its numbers are still being read. */
  readonly pending?: boolean;
}

/** A report, ready to be shown or printed. Plain data. */
export interface Report {
  readonly kind: ReportKind;
  readonly place: PlaceName;
  /** From the widest place down to it. */
  readonly path: readonly PlaceName[];
  /** What lies in it, in the order of the list of places. */
  readonly parts: readonly PlaceName[];
  readonly year: number;
  /** First year of a review; the year itself where it is of one. */
  readonly from: number;
  /** The year that it is compared with: the one before, or the first of a review. */
  readonly before: number;
  /** The day up to which it counts: the year's last, or today. */
  readonly on: string;
  /** The year is not over. */
  readonly running: boolean;
  /** Which parts have told anything at all of the year; absent where there are no parts. */
  readonly coverage?: Coverage;
  readonly sections: readonly ReportSection[];
}

/** Why there is no report: the place was not there on the year's last day. */
export interface Absence {
  readonly place: PlaceName;
  readonly year: number;
  /** `not-yet`: it began on `date`, out of `others`; `ended`: it ended on `date` and went over into `others`. */
  readonly code: 'not-yet' | 'ended';
  /** Its first, or its last day. */
  readonly date: string;
  readonly others: readonly PlaceName[];
}

/** A fund's figure, or what is taken out of the plain sum of all of them. */
export type FundSide = 'opening' | 'raised' | 'spent' | 'closing';
/** How many were given out of funds: scholarships, and awards for what was achieved. */
export type FundGift = 'scholarships' | 'awards';

/** Leads from a number to what it was made of. Plain data, to be kept and handed on. */
export type Trace =
  /** Places with their own number of the same line. `former`: those that it was carried over from, instead of parts. */
  | {
      readonly kind: 'parts';
      readonly params: {
        readonly line: string;
        readonly measure: MeasureId;
        /** By key. */
        readonly place: string;
        readonly year: number;
        /** The year in whose boundaries it stands. */
        readonly within: number;
        readonly former?: boolean;
      };
    }
  /** Subjects of the register. */
  | {
      readonly kind: 'register';
      readonly params: {
        readonly cycle: string;
        readonly model: Model;
        readonly subjectGroup?: string | undefined;
        /** Any of them; all where none are named. */
        readonly state?: readonly RowState[] | undefined;
        /** Only those that registered for the year. */
        readonly registered?: boolean;
        /** Codes. */
        readonly places: readonly string[];
      };
    }
  /** Figures told by hand, with source and date; the one that counts comes first. */
  | {
      readonly kind: 'figures';
      readonly params: { readonly indicator: string; readonly place: string; readonly year: number };
    }
  | {
      readonly kind: 'activities';
      readonly params: {
        readonly activity: ActivityFields['kind'];
        readonly place: string;
        readonly from: number;
        readonly to: number;
        /** The year in whose boundaries it stands. */
        readonly within: number;
      };
    }
  /** The funds one by one, and what transfers between them are taken out. */
  | {
      readonly kind: 'funds';
      readonly params: {
        readonly side: FundSide | FundGift;
        readonly goods: boolean;
        readonly place: string;
        readonly from: number;
        readonly to: number;
        readonly within: number;
      };
    };
