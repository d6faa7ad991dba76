import { z } from './zod.js';
import { isAreaQuery } from './area/area-kind.js';
import type { areaQueries } from './area/area-query.schema.js';
import { Assessment, AssessmentState } from './assessment.schema.js';
import { Consent } from './consent.schema.js';
import { CriteriaSet, CriteriaSetSummary } from './criteria-set.schema.js';
import type { fundQueries } from './fund/fund-query.schema.js';
import { MOST_IDS } from './most-ids.js';
import { DecisionRecord, PublicRecognition, Recognition } from './recognition.schema.js';
import { Subject } from './subject.schema.js';
import { Cycle, Model, RecordId } from './text.schema.js';

const paging = { cursor: z.optional(z.string()), limit: z.optional(z.number()) };
const named = z.optional(z.array(RecordId).check(z.maxLength(MOST_IDS)));

/** Names a record that is stored and cannot be read any more; what it still says comes with the error of its `.get`. */
export const DamagedRecord = z.object({ type: z.enum(['subject', 'assessment']), id: RecordId });
export type DamagedRecord = z.infer<typeof DamagedRecord>;

/**
 * The questions about what is assessed: parameters and the item of the answer. An answer is always one page;
 * a `.get` answers with one item or fails with `not-found`. Those about funds and areas have schemas of their own.
 */
export const coreQueries = {
  'criteria.list': {
    params: z.object({ ...paging, model: z.optional(Model), cycle: z.optional(Cycle) }),
    item: CriteriaSetSummary,
  },
  'criteria.get': { params: z.object({ id: z.string(), version: z.string() }), item: CriteriaSet },
  'subjects.list': {
    params: z.object({
      ...paging,
      model: z.optional(Model),
      mine: z.optional(z.boolean()),
      /** These alone, in one page whatever its limit: of a back end with the capability `named`. */
      ids: named,
    }),
    item: Subject,
  },
  'subject.get': { params: z.object({ id: RecordId }), item: Subject },
  'assessments.list': {
    params: z.object({
      ...paging,
      subject: z.optional(RecordId),
      model: z.optional(Model),
      cycle: z.optional(Cycle),
      state: z.optional(AssessmentState),
      mine: z.optional(z.boolean()),
    }),
    item: Assessment,
  },
  'assessment.get': { params: z.object({ id: RecordId }), item: Assessment },
  /** Public: what the badge shows, to anybody. */
  'recognition.get': { params: z.object({ id: RecordId }), item: PublicRecognition },
  /** The whole records, to those who own them or are in charge. */
  'recognitions.list': {
    params: z.object({
      ...paging,
      subject: z.optional(RecordId),
      /** Those of these subjects alone: of a back end with the capability `named`. */
      subjects: named,
      decision: z.optional(RecordId),
      model: z.optional(Model),
      cycle: z.optional(Cycle),
      state: z.optional(Recognition.shape.state),
      /** Those with a place in this status list. */
      statusList: z.optional(RecordId),
    }),
    item: Recognition,
  },
  /** To those who may see one of its titles. */
  'decision.get': { params: z.object({ id: RecordId }), item: DecisionRecord },
  'decisions.list': {
    params: z.object({ ...paging, year: z.optional(Cycle) }),
    item: DecisionRecord,
  },
  /** The person's own records that are stored and that lists leave out, because they cannot be read any more. */
  'damaged.list': { params: z.object({ ...paging }), item: DamagedRecord },
  'consents.list': { params: z.object({ ...paging, subject: RecordId }), item: Consent },
} as const;

/** Every question there is. */
export type Queries = typeof coreQueries & typeof fundQueries & typeof areaQueries;
export type QueryName = keyof Queries;
export type QueryParams<Q extends QueryName> = z.infer<Queries[Q]['params']>;
export type QueryItem<Q extends QueryName> = z.infer<Queries[Q]['item']>;

/**
 * One page of an answer. `next` goes back in as `cursor`; absent on the last page. `total` where it is cheap to know.
 * `keptAt`: instant at which it was read, where it is what a device kept because the back end is out of reach; no back end says it.
 */
export interface Page<T> {
  items: T[];
  next?: string | undefined;
  total?: number | undefined;
  keptAt?: string | undefined;
}

/** Questions about places, targets, figures and the register. */
export type AreaQuery = keyof typeof areaQueries;

/** Parameters and item of a query. Rejects where the schemas cannot be loaded. */
export async function schemasOf<Q extends QueryName>(name: Q): Promise<Queries[Q] | undefined> {
  const some: object = Object.hasOwn(coreQueries, name)
    ? coreQueries
    : isAreaQuery(name)
      ? (await import('./area/area-query.schema.js')).areaQueries
      : (await import('./fund/fund-query.schema.js')).fundQueries;
  return Object.hasOwn(some, name) ? (some as Queries)[name] : undefined;
}

/** Schema of a query's page, for checking what comes over a border. */
export const pageOf = ({ item }: { item: z.ZodMiniType }): z.ZodMiniType =>
  z.object({
    items: z.array(item),
    next: z.optional(z.string()),
    total: z.optional(z.number()),
  });
