import { z } from './zod.js';
import { AchievementNote } from './achievement.schema.js';
import { IsoInstant, RecordId, Slug, WebAddress } from './text.schema.js';

/** SHA-256 of a file's bytes, lower-case hexadecimal: the file's name everywhere in the house. */
export const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A piece of evidence as an answer refers to it. The bytes lie in the back end's files, under their hash. */
export const Evidence = z.union([
  z.object({
    id: RecordId,
    kind: z.literal('file'),
    name: z.string().check(z.maxLength(255)),
    type: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
    /** Bytes as stored. */
    size: z.number(),
    sha256: Sha256,
    addedAt: IsoInstant,
  }),
  z.object({
    id: RecordId,
    kind: z.literal('link'),
    name: z.string().check(z.maxLength(255)),
    url: WebAddress,
    addedAt: IsoInstant,
    /** Where it was chosen from the person's records on a learning platform. Who does not know this field reads a link. */
    achievement: z.optional(AchievementNote),
  }),
]);
export type Evidence = z.infer<typeof Evidence>;

const Raw = z.string().check(z.maxLength(400));

/**
 * One criterion's answer, as typed. Numbers stay text so that a half-typed "12," comes back as it was;
 * `score` reads them and says what does not parse.
 */
export const Answer = z.object({
  points: z.optional(Raw),
  option: z.optional(Slug),
  yes: z.optional(z.boolean()),
  numerator: z.optional(Raw),
  denominator: z.optional(Raw),
  notApplicable: z.optional(z.boolean()),
  /** Why it does not apply. */
  reason: z.optional(z.string().check(z.maxLength(4000))),
  note: z.optional(z.string().check(z.maxLength(4000))),
  evidence: z.optional(z.array(Evidence).check(z.maxLength(50))),
});
export type Answer = z.infer<typeof Answer>;

/** What an answer says of a criterion, without its note, its evidence and its reason. */
export const Claim = z.pick(Answer, {
  points: true,
  option: true,
  yes: true,
  numerator: true,
  denominator: true,
  notApplicable: true,
});
export type Claim = z.infer<typeof Claim>;

/** Answers by criterion id. */
export const Answers = z.record(Slug, Answer);
export type Answers = z.infer<typeof Answers>;

/** Facts about the subject by fact id; conditions ask for them. */
export const Facts = z.record(Slug, z.union([Slug, z.boolean()]));
export type Facts = z.infer<typeof Facts>;
