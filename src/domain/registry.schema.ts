import { z } from './zod.js';
import { IsoDate, LocalText, Model } from './text.schema.js';

/**
 * A body that may grant titles: for which places, which models and from when to when. Who recognises what has changed
 * and will change again (districts ended on 1/7/2025), so it is data that the operator enters from the deciding texts.
 */
export const CompetentBody = z.object({
  /** Ids under which it issues: a DID, a web address, an id given by a host. Compared to the letter. */
  ids: z.array(z.string().check(z.minLength(1), z.maxLength(400))).check(z.minLength(1), z.maxLength(20)),
  name: LocalText,
  /** Codes alone identify no place, because they were reused: they count for the time from `from` to `to`. `*`: every place. */
  places: z.union([
    z.literal('*'),
    z.array(z.object({ name: z.string().check(z.maxLength(255)), code: z.optional(z.string()) })),
  ]),
  models: z.array(Model),
  from: IsoDate,
  /** The last day. */
  to: z.optional(IsoDate),
  /** The text that made it competent. */
  source: z.optional(LocalText),
});
export type CompetentBody = z.infer<typeof CompetentBody>;

/** The competent bodies that an operator vouches for. */
export const Registry = z.object({
  format: z.literal(1),
  /** `operator`: entered by somebody who answers for it; `sample`: made up, and shown as such. */
  status: z.enum(['operator', 'sample']),
  updated: IsoDate,
  bodies: z.array(CompetentBody).check(z.maxLength(20_000)),
});
export type Registry = z.infer<typeof Registry>;
