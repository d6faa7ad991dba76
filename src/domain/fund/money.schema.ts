import { MOST_DONG } from '../money.js';
import { z } from '../zod.js';

export { MOST_DONG };

/** Whole đồng as a person enters them: a plan, a limit, an opening balance. */
export const Dong = z.int().check(z.gte(0), z.lte(MOST_DONG));
export type Dong = z.infer<typeof Dong>;

/** Whole đồng of one entry: always above zero, what it does to the balance follows from its kind. */
export const Amount = z.int().check(z.gte(1), z.lte(MOST_DONG));

/** A sum of amounts in đồng, where reversals can make it negative: a safe integer. */
export const Sum = z.int();

/** Where the money lies; `kind` is goods with an estimated value, which never mixes with money. */
export const Account = z.enum(['cash', 'bank', 'kind']);
export type Account = z.infer<typeof Account>;

/** What lies in each account, in đồng. Never below zero. */
export const Balances = z.object({
  cash: z.int().check(z.gte(0)),
  bank: z.int().check(z.gte(0)),
  kind: z.int().check(z.gte(0)),
});
export type Balances = z.infer<typeof Balances>;

/** SHA-256 in lower-case hexadecimal. */
export const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Randomness that makes a commitment say nothing by itself: 16 bytes or more, made by the client, in hexadecimal. */
export const Salt = z.string().check(z.regex(/^[0-9a-f]{32,64}$/));
