import { z } from './zod.js';
import { CriteriaRef } from './criteria-set.schema.js';
import { Facts } from './answer.schema.js';
import { Cycle, IsoInstant, Model, RecordId } from './text.schema.js';

const Line = z.string().check(z.maxLength(255));

/** A year's registration for the title: which set the subject will be assessed by. */
export const Registration = z.object({
  cycle: Cycle,
  criteria: CriteriaRef,
  at: IsoInstant,
  by: RecordId,
});
export type Registration = z.infer<typeof Registration>;

/**
 * The parts that a title of the whole rests on: adults of a family, families of a clan or a community, people of a unit.
 * Counts are as declared, for parts that are not subjects here.
 */
export const Members = z.object({
  /** How many there are. */
  total: z.optional(z.int().check(z.gte(0), z.lte(10_000_000))),
  /** How many of them hold the title. */
  recognised: z.optional(z.int().check(z.gte(0), z.lte(10_000_000))),
  /** Those that are subjects of their own. */
  ids: z.optional(z.array(RecordId).check(z.maxLength(500))),
});
export type Members = z.infer<typeof Members>;

/** What was declared of members in numbers, as lists show it. */
export const MemberCounts = z.pick(Members, { total: true, recognised: true });
export type MemberCounts = z.infer<typeof MemberCounts>;

/** Most past results of one subject. */
export const MOST_PAST = 50;

/**
 * What an older book or list tells of a year. Nobody decided it here: it is shown as history with its source, and counts in
 * no figure.
 */
export const PastResult = z.object({
  cycle: Cycle,
  score: z.optional(z.number().check(z.gte(0), z.lte(1_000_000))),
  title: z.optional(z.string().check(z.minLength(1), z.maxLength(255))),
  /** Where it was read, e.g. the name of a file. */
  source: z.string().check(z.minLength(1), z.maxLength(255)),
});
export type PastResult = z.infer<typeof PastResult>;

/** Who or what is assessed: a family, clan, community, unit or citizen. */
export const Subject = z.object({
  id: RecordId,
  version: z.number(),
  model: Model,
  subjectGroup: z.optional(z.string()),
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  /** Organisation above it, as printed on paper. */
  parent: z.optional(Line),
  /** Place as written by the person; `code` when a list of places is at hand. */
  place: z.object({ name: Line, code: z.optional(Line) }),
  /** Who heads it and signs the report, with the position as printed. */
  head: z.optional(z.object({ name: Line, position: z.optional(Line) })),
  members: z.optional(Members),
  facts: Facts,
  registrations: z.array(Registration),
  /** The latest year first; one a year. */
  past: z.optional(z.array(PastResult).check(z.maxLength(MOST_PAST))),
  owner: RecordId,
  closedAt: z.optional(IsoInstant),
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Subject = z.infer<typeof Subject>;
