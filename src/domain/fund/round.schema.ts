import { z } from '../zod.js';
import { Cycle, IsoDate, IsoInstant, LocalText, RecordId, Slug } from '../text.schema.js';
import { FundId } from './fund.schema.js';
import { Amount, Dong } from './money.schema.js';

const Named = z.string().check(z.minLength(1), z.maxLength(255));
const Line = z.string().check(z.maxLength(255));

/** A step of a scale: first prize at the level of a province, or a kind of scholarship. */
export const AwardLevel = z.object({
  id: Slug,
  label: LocalText,
  amount: Amount,
  /** Its name says something about the recipients that strangers must not read. */
  private: z.optional(z.boolean()),
});
export type AwardLevel = z.infer<typeof AwardLevel>;

export const RoundFields = z.object({
  /** Public. */
  title: z.string().check(z.minLength(1), z.maxLength(255)),
  kind: z.enum(['scholarship', 'award']),
  year: Cycle,
  criteria: z.string().check(z.maxLength(4000)),
  levels: z.array(AwardLevel).check(z.minLength(1), z.maxLength(100)),
  budget: z.optional(Dong),
  /** Strangers read how many got how much, and no recipient by himself: where the title itself says who is poor. */
  discreet: z.boolean(),
});
export type RoundFields = z.infer<typeof RoundFields>;

/** A round of scholarships or awards. */
export const Round = z.object({
  ...RoundFields.shape,
  id: RecordId,
  version: z.number(),
  fund: FundId,
  state: z.enum(['open', 'closed']),
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Round = z.infer<typeof Round>;

/** Who agreed to see the recipient's name in public. */
export const AwardConsentDraft = z.object({
  giver: z.enum(['child', 'representative', 'self']),
  name: Named,
  form: z.enum(['digital', 'paper']),
  textVersion: z.string().check(z.minLength(1), z.maxLength(80)),
});
export const AwardConsent = z.object({
  ...AwardConsentDraft.shape,
  at: IsoInstant,
  withdrawnAt: z.optional(IsoInstant),
});
export type AwardConsent = z.infer<typeof AwardConsent>;

/** The recipient, as far as the award needs him. */
export const Recipient = z.object({
  name: Named,
  /** Year of birth. */
  born: z.optional(z.int().check(z.gte(1900), z.lte(2200))),
  /** No child: an adult learner, a teacher. */
  adult: z.optional(z.boolean()),
  /** "lớp 7". */
  grade: z.optional(z.string().check(z.maxLength(80))),
  school: z.optional(Line),
  hamlet: z.optional(Line),
  guardian: z.optional(Line),
  /** Circumstances, as a category only: they are sensitive. */
  reason: z.optional(Slug),
});
export type Recipient = z.infer<typeof Recipient>;

/** One recipient in one round. Private. */
export const Award = z.object({
  id: RecordId,
  version: z.number(),
  fund: FundId,
  round: RecordId,
  level: Slug,
  amount: Amount,
  /** The same for one recipient over the years. */
  person: z.optional(RecordId),
  /** Absent once it was removed. */
  who: z.optional(Recipient),
  consents: z.array(AwardConsent),
  /** The payment that waits for a second person. */
  waiting: z.optional(RecordId),
  paid: z.optional(z.object({ entry: RecordId, date: IsoDate })),
  removedAt: z.optional(IsoInstant),
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Award = z.infer<typeof Award>;
