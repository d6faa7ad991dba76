import { z } from './zod.js';
import { CriteriaRef, CriteriaStatus } from './criteria-set.schema.js';
import { Cycle, IsoDate, IsoInstant, LocalText, Model, RecordId } from './text.schema.js';

const Line = z.string().check(z.maxLength(255));
const Named = z.string().check(z.minLength(1), z.maxLength(255));

/** The body in whose name a title is granted. `id`: as in the registry of competent bodies, a DID or an id given by a host. */
export const Issuer = z.object({ id: z.string().check(z.minLength(1), z.maxLength(400)), name: Named });
export type Issuer = z.infer<typeof Issuer>;

/** A decision as it is written on paper. */
export const DecisionFacts = z.object({
  /** Number and symbol, "05/QĐ-HKH". */
  number: z.string().check(z.minLength(1), z.maxLength(80)),
  date: IsoDate,
  signer: Named,
  signerTitle: z.optional(Line),
  issuer: Issuer,
  /** "Căn cứ" lines, without closing marks. */
  legalBases: z.optional(z.array(z.string().check(z.maxLength(1000))).check(z.maxLength(50))),
});
export type DecisionFacts = z.infer<typeof DecisionFacts>;

/** Most titles that one decision can grant. */
export const MOST_GRANTS = 500;

/** One act that grants one title or many. Never changed afterwards. */
export const DecisionRecord = z.object({
  ...DecisionFacts.shape,
  id: RecordId,
  version: z.number(),
  /** In the order of the printed list. */
  recognitions: z.array(RecordId).check(z.minLength(1), z.maxLength(MOST_GRANTS)),
  /** Who applied it; the signer is the one who is named. */
  owner: RecordId,
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type DecisionRecord = z.infer<typeof DecisionRecord>;

/** Where a status list says whether the title was revoked. */
export const StatusEntry = z.object({ list: RecordId, index: z.int().check(z.gte(0)) });
export type StatusEntry = z.infer<typeof StatusEntry>;

/** Characters of a signed badge. */
export const MOST_CREDENTIAL = 65_536;

/**
 * A title that was granted. It bears the id of its assessment, so that there is at most one of each. Names stand as they
 * were then; of a person it holds nothing but the name that the title publishes. That it has expired follows from its date.
 */
export const Recognition = z.object({
  id: RecordId,
  version: z.number(),
  assessmentId: RecordId,
  subjectId: RecordId,
  subjectName: z.string(),
  model: Model,
  cycle: Cycle,
  criteria: CriteriaRef,
  /** How far the set had been compared with its official text; absent in titles that were granted before this was kept. */
  criteriaStatus: z.optional(CriteriaStatus),
  /** What the set was called; absent in titles that were granted before this was kept. */
  criteriaTitle: z.optional(LocalText),
  /** Class or level id, and what the set calls it. */
  outcome: z.string(),
  outcomeLabel: LocalText,
  /** The verified score, where the set counts points. */
  score: z.optional(z.object({ total: z.number(), max: z.number() })),
  place: z.object({ name: Line, code: z.optional(Line) }),
  decision: z.object({ ...z.omit(DecisionFacts, { legalBases: true }).shape, id: RecordId }),
  /** The first day: that of the decision. */
  validFrom: IsoDate,
  /** The last day. */
  validUntil: IsoDate,
  state: z.enum(['granted', 'revoked']),
  revokedAt: z.optional(IsoInstant),
  revokedReason: z.optional(z.string()),
  status: z.optional(StatusEntry),
  /** The signed badge as its issuer made it; absent until he did. */
  credential: z.optional(z.string().check(z.minLength(1), z.maxLength(MOST_CREDENTIAL))),
  owner: RecordId,
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Recognition = z.infer<typeof Recognition>;

/** A year in the series of a subject: its title, or how far it has come. */
export const SeriesEntry = z.object({
  cycle: Cycle,
  /** `coming`: granted by a decision that is dated ahead. */
  state: z.enum(['valid', 'coming', 'expired', 'revoked', 'not-recognised', 'pending']),
  /** Class or level of a title. */
  outcome: z.optional(z.string()),
  outcomeLabel: z.optional(LocalText),
  validUntil: z.optional(IsoDate),
});
export type SeriesEntry = z.infer<typeof SeriesEntry>;

/** What anybody may read of a title: what the badge shows. */
export const PublicRecognition = z.object({
  ...z.omit(Recognition, {
    assessmentId: true,
    subjectId: true,
    score: true,
    revokedReason: true,
    owner: true,
    createdAt: true,
  }).shape,
  /** What the place is called now, where that is another name or code than then and nobody's move is told by it. */
  placeNow: z.optional(z.object({ name: Line, code: z.optional(Line) })),
  /** Over the years of the same subject, oldest first. */
  series: z.array(SeriesEntry),
});
export type PublicRecognition = z.infer<typeof PublicRecognition>;

/** How many places of the status lists were given away in a tenant. */
export const StatusCounter = z.object({
  id: RecordId,
  version: z.number(),
  used: z.int().check(z.gte(0)),
});
export type StatusCounter = z.infer<typeof StatusCounter>;
