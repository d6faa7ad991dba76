import { AchievementKind } from './achievement.schema.js';
import { z } from './zod.js';
import { Cycle, IsoDate, LocalText, Model, MonthDay, Slug } from './text.schema.js';

/**
 * How far a text can be trusted.
 * `sourced`: read in a source that is named. `inferred`: deduced from sourced facts.
 * `sample`: made up as a starting point, shown as "mẫu, chưa đối chiếu văn bản".
 * `missing`: known to exist in the official text, wording not at hand; cannot be answered.
 */
/** How far a set was compared with its official text. */
export const CriteriaStatus = z.enum(['sourced', 'partial', 'sample']);
export type CriteriaStatus = z.infer<typeof CriteriaStatus>;

export const Provenance = z.enum(['sourced', 'inferred', 'sample', 'missing']);
export type Provenance = z.infer<typeof Provenance>;

/** The legal text behind a set: number and issuer are data, because several numbers circulate for one set. */
export const LegalSource = z.object({
  name: LocalText,
  number: z.optional(z.string()),
  date: z.optional(IsoDate),
  issuer: z.optional(LocalText),
  url: z.optional(z.string()),
  note: z.optional(LocalText),
});
export type LegalSource = z.infer<typeof LegalSource>;

/** A fact about the subject that a condition can ask for, e.g. the kind of unit. */
export const Fact = z.object({
  id: Slug,
  label: LocalText,
  kind: z.enum(['choice', 'boolean']),
  options: z.optional(z.array(z.object({ id: Slug, label: LocalText }))),
});
export type Fact = z.infer<typeof Fact>;

export interface FactCondition {
  fact: string;
  in: (string | boolean)[];
}
export type Condition = FactCondition | { all: Condition[] } | { any: Condition[] } | { not: Condition };
export const Condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.union([
    z.object({ fact: Slug, in: z.array(z.union([z.string(), z.boolean()])) }),
    z.object({ all: z.array(Condition) }),
    z.object({ any: z.array(Condition) }),
    z.object({ not: Condition }),
  ]),
);

/** How a criterion is answered. `points`: a number typed; `options`: one of given steps; `percent`: numerator and denominator; `yesno`. */
export const Input = z.enum(['points', 'options', 'percent', 'yesno']);
export type Input = z.infer<typeof Input>;

/** Points for a percentage: the highest band whose `atLeast` (per cent) is reached counts; below all of them 0. */
export const Band = z.object({ atLeast: z.number(), points: z.number() });

/** What a level of a checklist asks of a criterion: a plain yes, or a percentage of at least so much. */
export const LevelTarget = z.union([
  z.object({ require: z.literal('yes') }),
  z.object({ require: z.literal('percent'), atLeast: z.number() }),
]);
export type LevelTarget = z.infer<typeof LevelTarget>;

export const Criterion = z.object({
  id: Slug,
  /** Number as printed, "1.2". */
  number: z.optional(z.string()),
  title: LocalText,
  guidance: z.optional(LocalText),
  provenance: z.optional(Provenance),
  sourceNote: z.optional(LocalText),
  input: Input,
  /** Points mode: the cap. */
  max: z.optional(z.number()),
  /** Points mode: the minimum for passing, over the set's `minPerItem`. */
  min: z.optional(z.number()),
  /** Points mode, points typed: only multiples of it count, and the maximum. Default 0.01. */
  step: z.optional(z.number()),
  options: z.optional(z.array(z.object({ id: Slug, label: LocalText, points: z.number() }))),
  bands: z.optional(z.array(Band)),
  /** Percent: what is counted above and below the line. */
  numeratorLabel: z.optional(LocalText),
  denominatorLabel: z.optional(LocalText),
  /** Checklist mode: per level id. A level that is absent asks nothing here. */
  levels: z.optional(z.record(z.string(), LevelTarget)),
  /** Asked only where this holds for the subject's facts; otherwise the criterion is left out entirely. */
  appliesIf: z.optional(Condition),
  /** The person may declare it not applicable, giving a reason. */
  notApplicable: z.optional(z.boolean()),
  evidence: z.optional(
    z.object({
      /** `always`, or only where points are claimed or the target is said to be met. */
      required: z.optional(z.enum(['always', 'when-met'])),
      examples: z.optional(z.array(LocalText)),
    }),
  ),
  /**
   * What a learning platform's records of the person say towards the answer: so many points for each course completed or
   * badge issued in the year. It is offered to him, never entered for him.
   */
  suggest: z.optional(z.object({ count: AchievementKind, points: z.number() })),
  /** Set by an overlay on what it added or filled in. */
  local: z.optional(z.boolean()),
});
export type Criterion = z.infer<typeof Criterion>;

export const Section = z.object({
  id: Slug,
  number: z.optional(z.string()),
  title: LocalText,
  /** Points mode: the printed sum of the section, checked by the lint. */
  max: z.optional(z.number()),
  criteria: z.array(Criterion),
});
export type Section = z.infer<typeof Section>;

/** A class of a points set: reached with `total >= min` out of `scoring.max`. */
export const ScoreClass = z.object({
  id: Slug,
  label: LocalText,
  min: z.number(),
  /** Classes below the pass mark ("Trung bình" where it is no title) say false. Default true. */
  recognised: z.optional(z.boolean()),
});
export type ScoreClass = z.infer<typeof ScoreClass>;

/** A level of a checklist; a higher rank includes the lower ones. */
export const Level = z.object({ id: Slug, label: LocalText, rank: z.number() });
export type Level = z.infer<typeof Level>;

export const PointsScoring = z.object({
  mode: z.literal('points'),
  max: z.number(),
  /** Total that must be reached to pass. Absent: any class that is `recognised` passes. */
  passMark: z.optional(z.number()),
  /** Every applicable criterion must reach this many points to pass. */
  minPerItem: z.optional(z.number()),
  classes: z.array(ScoreClass),
  /** What a declared "not applicable" does: `reweight` scales the rest to `max`; absent: not allowed. */
  notApplicable: z.optional(z.enum(['reweight'])),
});
export const ChecklistScoring = z.object({
  mode: z.literal('checklist'),
  levels: z.array(Level),
  /** `skip`: a not applicable target is left out of the level; absent: not allowed. */
  notApplicable: z.optional(z.enum(['skip'])),
});
export const Scoring = z.union([PointsScoring, ChecklistScoring]);
export type Scoring = z.infer<typeof Scoring>;

export const Deadline = z.object({
  id: Slug,
  /** What is due, as words that a day can follow: "Gửi hồ sơ đề nghị công nhận". */
  label: LocalText,
  /** Day in the year `cycle + yearOffset`. */
  monthDay: MonthDay,
  yearOffset: z.number(),
  /** It has to be done before that day; default: on it at the latest. */
  before: z.optional(z.boolean()),
});
export type Deadline = z.infer<typeof Deadline>;

/** A criteria set: the whole rule book of one model as data. Versions are immutable once published. */
export const CriteriaSet = z.object({
  /** Version of this data format. Another number is refused, never guessed at. */
  format: z.literal(1),
  id: Slug,
  version: z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$/)),
  model: Model,
  /** Whom within the model: `village` | `commune` | `province` community, `farmers` … citizens. */
  subjectGroup: z.optional(Slug),
  title: LocalText,
  /** `sourced`, `partial` (some targets missing), `sample`. Everything but `sourced` is announced on screen and on paper. */
  status: CriteriaStatus,
  /** A later set took its place: it stays readable and is offered only for past years. */
  superseded: z.optional(z.object({ by: z.optional(Slug), on: IsoDate })),
  source: LegalSource,
  /** Years (inclusive) for which the set may be chosen. */
  cycles: z.object({ from: Cycle, to: z.optional(Cycle) }),
  /** What the data must cover, as days of the year assessed. */
  period: z.optional(z.object({ from: MonthDay, to: MonthDay })),
  deadlines: z.optional(z.array(Deadline)),
  recognition: z.optional(
    z.object({
      months: z.number(),
      authority: z.optional(LocalText),
      levelUpAfterMonths: z.optional(z.number()),
    }),
  ),
  /** How many of the subject's members must hold the title of their own model; shown to the signer, or in his way. */
  members: z.optional(
    z.object({
      /** Per cent of all members. */
      atLeast: z.number().check(z.gte(0), z.lte(100)),
      /** The title cannot be granted below it. Default: it is shown only. */
      blocking: z.optional(z.boolean()),
    }),
  ),
  /** "Căn cứ" lines of the printed report, without the closing mark. */
  bases: z.optional(z.array(LocalText)),
  facts: z.optional(z.array(Fact)),
  scoring: Scoring,
  sections: z.array(Section),
  /** Where the set came from by localisation. */
  localisedFrom: z.optional(z.object({ id: Slug, version: z.string() })),
});
export type CriteriaSet = z.infer<typeof CriteriaSet>;

/** What a list of sets shows, without the sections. */
export const CriteriaSetSummary = z.omit(CriteriaSet, { sections: true });
export type CriteriaSetSummary = z.infer<typeof CriteriaSetSummary>;

/** Names one immutable version of a set. */
export const CriteriaRef = z.object({ id: Slug, version: z.string() });
export type CriteriaRef = z.infer<typeof CriteriaRef>;

/** What a local association adds to a framework set. It can add and fill, and raise; never remove or lower. */
export const Overlay = z.object({
  format: z.literal(1),
  base: CriteriaRef,
  id: Slug,
  version: z.string(),
  title: LocalText,
  source: LegalSource,
  /** New criteria, appended to a section or put after a criterion of it. */
  add: z.optional(z.array(z.object({ section: Slug, after: z.optional(Slug), criterion: Criterion }))),
  /** Wording and targets for criteria that the framework marks as missing. */
  fill: z.optional(z.array(Criterion)),
  /** New caps, so that additions still add up to the framework's maximum. */
  max: z.optional(z.record(z.string(), z.number())),
  passMark: z.optional(z.number()),
  minPerItem: z.optional(z.number()),
  deadlines: z.optional(z.array(Deadline)),
  bases: z.optional(z.array(LocalText)),
});
export type Overlay = z.infer<typeof Overlay>;
