import { z } from '../zod.js';
import { CriteriaRef, LegalSource } from '../criteria-set.schema.js';
import { AssessmentState, Decision } from '../assessment.schema.js';
import { Locality, LocalityCode, LocalityEvent, LocalityKey } from '../locality/locality.schema.js';
import { MemberCounts, Subject } from '../subject.schema.js';
import { Count, Figure, Target } from '../target/target.schema.js';
import { Cycle, IsoDate, IsoInstant, Model, RecordId, Slug } from '../text.schema.js';
import { NATION } from './nation.js';

export { NATION };

/** Most places, and most events, of one part: a province with all its hamlets. */
export const MOST_PLACES = 20_000;

/** A part of the gazetteer: the provinces, or everything in one of them. Version 0 came with the library. */
export const PlacesPart = z.object({
  id: z.union([z.literal(NATION), LocalityCode]),
  version: z.number(),
  localities: z.array(Locality).check(z.maxLength(MOST_PLACES)),
  events: z.array(LocalityEvent).check(z.maxLength(MOST_PLACES)),
  source: z.optional(LegalSource),
  updatedAt: z.optional(IsoInstant),
});
export type PlacesPart = z.infer<typeof PlacesPart>;

/** A target that somebody set here, under the target's own id. */
export const TargetRecord = z.object({
  id: Slug,
  version: z.number(),
  target: Target,
  /** It holds no more: what came with the library under this id holds again. */
  dropped: z.optional(z.boolean()),
  owner: RecordId,
  updatedAt: IsoInstant,
});
export type TargetRecord = z.infer<typeof TargetRecord>;

/** What somebody has counted and told, with where it was read. */
export const ReportedFigure = z.object({ ...Figure.shape, source: Figure.shape.source.def.innerType });
export type ReportedFigure = z.infer<typeof ReportedFigure>;

const told = { figure: ReportedFigure, by: RecordId, byName: z.string(), at: IsoInstant };

/** Most corrections of one figure. */
export const MOST_CORRECTIONS = 100;

/** A figure told by hand, under the id that `figureId` makes of what, where and when. */
export const FigureRecord = z.object({
  id: RecordId,
  version: z.number(),
  indicator: Slug,
  place: LocalityKey,
  ...told,
  /** What was told before it was corrected, oldest first. */
  earlier: z.array(z.object(told)).check(z.maxLength(MOST_CORRECTIONS)),
});
export type FigureRecord = z.infer<typeof FigureRecord>;

/** What was done for learning on a day. */
export const ActivityFields = z.object({
  kind: z.enum(['seminar', 'training', 'learning-week', 'award', 'other']),
  date: IsoDate,
  place: LocalityCode,
  title: z.string().check(z.minLength(1), z.maxLength(500)),
  /** How many there were of it, e.g. seminars of a series. */
  sessions: z.optional(Count),
  participants: z.optional(Count),
  note: z.optional(z.string().check(z.maxLength(4000))),
  source: z.optional(z.string().check(z.maxLength(1000))),
});
export type ActivityFields = z.infer<typeof ActivityFields>;

export const Activity = z.object({
  ...ActivityFields.shape,
  id: RecordId,
  version: z.number(),
  owner: RecordId,
  /** Taken out: it counts no more, and is kept because the log names it. */
  removedAt: z.optional(IsoInstant),
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Activity = z.infer<typeof Activity>;

/** Where a subject stands in a year. `registered`: for the year, without an assessment. */
export const YearStanding = z.object({
  state: z.union([z.literal('registered'), AssessmentState]),
  criteria: CriteriaRef,
  /** Registered, and not only assessed. */
  registered: z.boolean(),
  assessment: z.optional(RecordId),
  assessmentVersion: z.optional(z.number()),
  /** Points of the reviewer where he is done, else of the last time that it was submitted. */
  score: z.optional(z.number()),
  max: z.optional(z.number()),
  outcome: z.optional(z.string()),
  decision: z.optional(z.pick(Decision, { number: true, date: true, validUntil: true })),
  updatedAt: IsoInstant,
});
export type YearStanding = z.infer<typeof YearStanding>;

/** A line of the register as it is kept, under the subject's id: derived from the subject and its assessments, never entered. */
export const RegisterEntry = z.object({
  ...z.pick(Subject, {
    id: true,
    model: true,
    subjectGroup: true,
    name: true,
    place: true,
    parent: true,
    head: true,
    owner: true,
    closedAt: true,
    updatedAt: true,
  }).shape,
  version: z.number(),
  subjectVersion: z.number(),
  /** Absent where nothing was declared. */
  memberCounts: z.optional(MemberCounts),
  /** Name, place, parent and head as they are searched, one a line; the first is what names are sorted by. */
  search: z.string(),
  years: z.record(Cycle, YearStanding),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

/**
 * How many subjects are how far. `subjects`: on the register of the year, or all that are not closed where the tally is of
 * no year; `submitted` and `verified` count what is further on, too; `recognised` the titles that were granted and not
 * revoked, those that have expired since included; `refused` those that were not granted.
 */
export const TallyCounts = z.object({
  subjects: Count,
  registered: Count,
  submitted: Count,
  verified: Count,
  recognised: Count,
  refused: Count,
});
export type TallyCounts = z.infer<typeof TallyCounts>;

/** What is counted together. */
export const TallyGroup = z.object({
  /** The year; '' for the subjects that are there now, whatever the year. */
  cycle: z.union([z.literal(''), Cycle]),
  model: Model,
  /** '' where the subjects have none. */
  subjectGroup: z.string(),
  /** Code of the place; '' where it is known by its name only. */
  place: z.string(),
});
export type TallyGroup = z.infer<typeof TallyGroup>;

export const Tally = z.object({ ...TallyGroup.shape, counts: TallyCounts });
export type Tally = z.infer<typeof Tally>;

/** A tally as it is kept, under the id that `tallyId` makes of its group. */
export const StoredTally = z.object({ ...Tally.shape, id: z.string(), version: z.number() });
export type StoredTally = z.infer<typeof StoredTally>;

/** Every kind of record about places, targets and figures, and what is derived for the register. */
export const AreaRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('places'), value: PlacesPart }),
  z.object({ type: z.literal('target'), value: TargetRecord }),
  z.object({ type: z.literal('figure'), value: FigureRecord }),
  z.object({ type: z.literal('activity'), value: Activity }),
  z.object({ type: z.literal('row'), value: RegisterEntry }),
  z.object({ type: z.literal('tally'), value: StoredTally }),
]);
export type AreaRecord = z.infer<typeof AreaRecord>;
