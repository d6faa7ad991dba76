import { IsoDate, WebAddress } from './text.schema.js';
import { z } from './zod.js';

/** What a learning platform records of a person: a course that he completed, a badge that he was issued. */
export const AchievementKind = z.enum(['course', 'badge']);
export type AchievementKind = z.infer<typeof AchievementKind>;

const name = z.string().check(z.minLength(1), z.maxLength(255));
const note = {
  kind: AchievementKind,
  /** Day of completing or issuing, in Vietnam. */
  on: IsoDate,
  /** Whose course or badge it is. */
  issuer: z.optional(name),
  /** The last day on which a badge holds. */
  expires: z.optional(IsoDate),
  /** What proves it to a back end that has no such records itself: a token of the platform, about this person and this entry. */
  proof: z.optional(z.string().check(z.maxLength(1_000))),
};

/** Says of a link that it was taken out of the records of a learning platform, and what these say. */
export const AchievementNote = z.object(note);
export type AchievementNote = z.infer<typeof AchievementNote>;

/** One entry of a person's records on a learning platform, with the page that tells of it. */
export const Achievement = z.object({ ...note, name, url: WebAddress });
export type Achievement = z.infer<typeof Achievement>;
