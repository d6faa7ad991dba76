import { z } from './zod.js';
import { Answers, Claim, Facts } from './answer.schema.js';
import { CriteriaRef } from './criteria-set.schema.js';
import { Cycle, IsoDate, IsoInstant, Model, RecordId, Slug } from './text.schema.js';

/** States of an assessment; `workflow.ts` says which command leads from where to where. */
export const AssessmentState = z.enum([
  'draft',
  'submitted',
  'in-review',
  'returned',
  'verified',
  'recognised',
  'not-recognised',
  'expired',
  'revoked',
]);
export type AssessmentState = z.infer<typeof AssessmentState>;

/** What a score came to when it was written down; recomputed by whoever stores it, never taken from outside. */
export const ScoreSnapshot = z.object({
  mode: z.enum(['points', 'checklist']),
  /** Points, at most two decimals; absent in checklist mode. */
  total: z.optional(z.number()),
  max: z.optional(z.number()),
  /** Class or level id, null where none is reached. */
  outcome: z.nullable(z.string()),
  passed: z.boolean(),
  /** False while the set has targets whose wording is not at hand. */
  conclusive: z.boolean(),
});
export type ScoreSnapshot = z.infer<typeof ScoreSnapshot>;

/** One act of submitting. `receipt` is the number that the person can quote. */
export const Submission = z.object({
  receipt: z.string(),
  at: IsoInstant,
  by: RecordId,
  byName: z.string(),
  score: ScoreSnapshot,
  withdrawnAt: z.optional(IsoInstant),
});
export type Submission = z.infer<typeof Submission>;

export const HistoryEntry = z.object({
  at: IsoInstant,
  by: RecordId,
  byName: z.string(),
  kind: z.string(),
  from: z.nullable(AssessmentState),
  to: AssessmentState,
  reason: z.optional(z.string()),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** A reviewer's remark on one criterion, or on the whole where `criterion` is absent. */
export const Comment = z.object({
  id: RecordId,
  criterion: z.optional(Slug),
  text: z.string().check(z.minLength(1), z.maxLength(4000)),
  at: IsoInstant,
  by: RecordId,
  byName: z.string(),
});
export type Comment = z.infer<typeof Comment>;

/** What a reviewer says of one criterion where he differs from the author, and why. */
export const Mark = z.object({
  answer: Claim,
  reason: z.string().check(z.minLength(1), z.maxLength(4000)),
  at: IsoInstant,
  by: RecordId,
  byName: z.string(),
});
export type Mark = z.infer<typeof Mark>;

/** Marks by criterion id. */
export const Marks = z.record(Slug, Mark);
export type Marks = z.infer<typeof Marks>;

/** What the reviewer made of it, beside the self score. */
export const Review = z.object({
  startedAt: IsoInstant,
  by: RecordId,
  byName: z.string(),
  /** Where he differs from the author; those of an earlier review stay where the answer did not change since. */
  marks: z.optional(Marks),
  /** Criteria whose marks of an earlier review fell away, because the author has changed his answer. */
  dropped: z.optional(z.array(Slug)),
  /** Of the answers that count, computed when it was verified. */
  score: z.optional(ScoreSnapshot),
});
export type Review = z.infer<typeof Review>;

/** The last time that it was given back: what the author had answered then, so that everybody sees what changed since. */
export const Returned = z.object({
  at: IsoInstant,
  by: RecordId,
  byName: z.string(),
  reason: z.string(),
  answers: Answers,
  facts: Facts,
  marks: z.optional(Marks),
});
export type Returned = z.infer<typeof Returned>;

/** How the title was granted, in short; the decision and the recognition are records of their own. */
export const Decision = z.object({
  /** Of the decision's record. */
  id: RecordId,
  number: z.string(),
  date: IsoDate,
  signer: z.string(),
  outcome: z.string(),
  validUntil: IsoDate,
});
export type Decision = z.infer<typeof Decision>;

/** What was answered by another set before the set of this year was changed: kept as it was, and back with that set. */
export const SetAside = z.object({ criteria: CriteriaRef, answers: Answers, facts: Facts });
export type SetAside = z.infer<typeof SetAside>;

/** Subject × cycle × criteria version. It keeps the version of the set that it was opened with. */
export const Assessment = z.object({
  id: RecordId,
  version: z.number(),
  subjectId: RecordId,
  subjectName: z.string(),
  model: Model,
  cycle: Cycle,
  criteria: CriteriaRef,
  state: AssessmentState,
  facts: Facts,
  answers: Answers,
  setAside: z.optional(z.array(SetAside)),
  owner: RecordId,
  submissions: z.array(Submission),
  review: z.optional(Review),
  returned: z.optional(Returned),
  comments: z.array(Comment),
  decision: z.optional(Decision),
  history: z.array(HistoryEntry),
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Assessment = z.infer<typeof Assessment>;
