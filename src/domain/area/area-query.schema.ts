import { z } from '../zod.js';
import { CriteriaRef } from '../criteria-set.schema.js';
import { LocalityCode, LocalityKey } from '../locality/locality.schema.js';
import { Figure, Indicator, Target } from '../target/target.schema.js';
import { Cycle, IsoDate, IsoInstant, Model, RecordId, Slug } from '../text.schema.js';
import { Activity, PlacesPart, RegisterEntry, Tally, YearStanding } from './area-record.schema.js';

/** A target that holds. Version 0 came with the library. */
export const TargetItem = z.object({ id: Slug, version: z.number(), target: Target });
export type TargetItem = z.infer<typeof TargetItem>;

/** A reported figure as anybody may read it: of people nothing but how many there are. */
export const FigureItem = z.object({
  id: RecordId,
  version: z.number(),
  indicator: Slug,
  place: LocalityKey,
  figure: Figure,
  at: IsoInstant,
  /** What was told before it was corrected, oldest first. */
  earlier: z.array(z.object({ figure: Figure, at: IsoInstant })),
});
export type FigureItem = z.infer<typeof FigureItem>;

/** An activity; to strangers without note and owner. */
export const ActivityItem = z.object({
  ...z.omit(Activity, { owner: true, removedAt: true }).shape,
  owner: z.optional(RecordId),
});
export type ActivityItem = z.infer<typeof ActivityItem>;

/** `none`: a subject that is there and not registered for the year. */
export const RowState = z.union([z.literal('none'), YearStanding.shape.state]);
export type RowState = z.infer<typeof RowState>;

/** A subject in a year, as the register lists it. */
export const RegisterRow = z.object({
  ...z.pick(RegisterEntry, {
    model: true,
    subjectGroup: true,
    name: true,
    place: true,
    parent: true,
    head: true,
    owner: true,
    closedAt: true,
    subjectVersion: true,
    memberCounts: true,
    updatedAt: true,
  }).shape,
  ...z.pick(YearStanding, {
    assessment: true,
    assessmentVersion: true,
    score: true,
    max: true,
    outcome: true,
    decision: true,
  }).shape,
  /** `<cycle>.<subject>`. */
  id: z.string(),
  subject: RecordId,
  cycle: Cycle,
  criteria: z.optional(CriteriaRef),
  state: RowState,
  /** False for a subject that was assessed in the year without having registered for it; else absent. */
  registered: z.optional(z.literal(false)),
});
export type RegisterRow = z.infer<typeof RegisterRow>;

const paging = { cursor: z.optional(z.string()), limit: z.optional(z.number()) };
/** A place and all in it, as codes: only who asks knows on which day the tree is meant. */
const places = z.array(z.string().check(z.maxLength(255))).check(z.maxLength(20_000));

export const RegisterParams = z.object({
  ...paging,
  cycle: Cycle,
  model: z.optional(Model),
  /** Of one group; '' for those of none. */
  subjectGroup: z.optional(z.string().check(z.maxLength(80))),
  places: z.optional(places),
  /** Any of these states. */
  state: z.optional(z.array(RowState).check(z.maxLength(20))),
  /** Words that are in name, place, parent or head, whatever their accents. */
  text: z.optional(z.string().check(z.maxLength(200))),
  sort: z.optional(z.enum(['name', 'place', 'score', 'state', 'updated'])),
  /** The other way round. */
  descending: z.optional(z.boolean()),
});
export type RegisterParams = z.infer<typeof RegisterParams>;

/** Questions about places, targets, figures and the register. All but `register.list` are public: they tell of no person. */
export const areaQueries = {
  /** One item a part. */
  'places.list': { params: z.object(paging), item: PlacesPart },
  'indicators.list': { params: z.object(paging), item: Indicator },
  'targets.list': { params: z.object({ ...paging, indicator: z.optional(Slug) }), item: TargetItem },
  /** `from`: of this day or later. */
  'figures.list': {
    params: z.object({
      ...paging,
      indicator: z.optional(Slug),
      place: z.optional(LocalityKey),
      from: z.optional(IsoDate),
    }),
    item: FigureItem,
  },
  'activities.list': {
    params: z.object({ ...paging, year: z.optional(Cycle), place: z.optional(LocalityCode) }),
    item: ActivityItem,
  },
  /** Counts only. Without `cycle` of all years and of the subjects that are there now; '' of these alone. */
  'tallies.list': {
    params: z.object({
      ...paging,
      cycle: z.optional(Tally.shape.cycle),
      model: z.optional(Model),
      places: z.optional(places),
    }),
    item: Tally,
  },
  'register.list': { params: RegisterParams, item: RegisterRow },
} as const;
