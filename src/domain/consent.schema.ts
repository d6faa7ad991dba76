import { z } from './zod.js';
import { IsoInstant, RecordId } from './text.schema.js';

/** One purpose, one consent: silence is none, and none is ever pre-ticked (Law 91/2025/QH15, art. 9). */
export const ConsentPurpose = z.enum(['assessment', 'publication', 'badge', 'scholarship']);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;

/** Who consents for whom. Publishing a child's data from the age of 7 needs both child and representative (art. 24). */
export const ConsentGiver = z.enum(['self', 'representative', 'child']);

export const Consent = z.object({
  id: RecordId,
  version: z.number(),
  subjectId: RecordId,
  purpose: ConsentPurpose,
  /** Which wording was shown. */
  textVersion: z.string(),
  /** Who was named as the one who decides on the data, and for how many years they are kept after submitting. */
  controller: z.optional(z.string().check(z.maxLength(1000))),
  retentionYears: z.optional(z.number()),
  giver: ConsentGiver,
  giverName: z.string().check(z.minLength(1), z.maxLength(255)),
  /** Relation to the subject, in the person's words: "mẹ", "trưởng tộc". */
  relation: z.optional(z.string().check(z.maxLength(255))),
  /** How it was given; evidence of a consent on paper is kept as a file. */
  form: z.enum(['digital', 'paper']),
  givenAt: IsoInstant,
  withdrawnAt: z.optional(IsoInstant),
  recordedBy: RecordId,
});
export type Consent = z.infer<typeof Consent>;
