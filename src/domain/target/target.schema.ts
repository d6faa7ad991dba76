import { z } from '../zod.js';
import { LegalSource, Provenance } from '../criteria-set.schema.js';
import { IsoDate, LocalText, Model, RecordId, Slug } from '../text.schema.js';

/** A whole number of things or people; a count of the nation fits many times over. */
export const Count = z.int().check(z.minimum(0), z.maximum(1_000_000_000));
/** Hundredths of one per cent: 7500 is 75 %. */
export const Share = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** What is counted. A `share` is counted out of a total, a `number` by itself. */
export const Indicator = z.object({
  id: Slug,
  label: LocalText,
  /** Of what is counted, as after a number: "gia đình". */
  unit: LocalText,
  kind: z.enum(['share', 'number']),
  /** `records`: derived from what is in the register. `report`: told by hand, with date and source. */
  origin: z.enum(['records', 'report']),
  model: z.optional(Model),
  subjectGroup: z.optional(Slug),
});
export type Indicator = z.infer<typeof Indicator>;

/** What was counted on a day. `coverage` tells how many of the parts that should report have done so. */
export const Figure = z.object({
  asOf: IsoDate,
  count: Count,
  /** The total, where a share is told. */
  of: z.optional(Count),
  coverage: z.optional(z.object({ reported: Count, expected: Count })),
  /** Where a figure that was told by hand was read. */
  source: z.optional(z.string().check(z.minLength(1), z.maxLength(1000))),
});
export type Figure = z.infer<typeof Figure>;

/**
 * What is to be reached by a day: a share in hundredths of one per cent, or a number. The path to it begins at `base`.
 * `falling`: less is better, the value is a ceiling.
 */
export const Target = z.object({
  id: Slug,
  indicator: Slug,
  kind: Indicator.shape.kind,
  value: Count,
  by: IsoDate,
  base: z.optional(z.pick(Figure, { asOf: true, count: true, of: true })),
  falling: z.optional(z.boolean()),
  /** Kind of area for which it holds, e.g. difficult communes; everywhere where none is named. */
  area: z.optional(Slug),
  /** The place that set it for itself, over what holds elsewhere. */
  locality: z.optional(RecordId),
  source: LegalSource,
  provenance: Provenance,
  /** Other values that are told of the same text, each with where; shown beside it until somebody has read the text. */
  disputed: z.optional(z.array(z.object({ value: Count, source: LocalText }))),
});
export type Target = z.infer<typeof Target>;
