import { z } from '../zod.js';
import { Entry, EntrySecret } from './entry.schema.js';
import { Fund } from './fund.schema.js';
import { Pending } from './posting.schema.js';
import { Award, Round } from './round.schema.js';

/** Every kind of record that a command about a fund can write. */
export const FundRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('fund'), value: Fund }),
  /** Written once. */
  z.object({ type: z.literal('entry'), value: Entry }),
  z.object({ type: z.literal('entry-secret'), value: EntrySecret }),
  z.object({ type: z.literal('pending'), value: Pending }),
  z.object({ type: z.literal('round'), value: Round }),
  z.object({ type: z.literal('award'), value: Award }),
]);
export type FundRecord = z.infer<typeof FundRecord>;
