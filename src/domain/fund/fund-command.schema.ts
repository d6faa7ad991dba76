import { z } from '../zod.js';
import { command } from '../command-envelope.js';
import { Cycle, IsoDate, RecordId, Slug } from '../text.schema.js';
import { Details, PartyConsentForm } from './entry.schema.js';
import { FundId, FundSettings, Regime } from './fund.schema.js';
import { Amount, Dong, Salt } from './money.schema.js';
import { ImportPayload, PayPayload, RecordPayload, TransferPayload } from './posting.schema.js';
import { AwardConsentDraft, Recipient, RoundFields } from './round.schema.js';

const Reason = z.string().check(z.minLength(1), z.maxLength(4000));

/** Most recipients that are entered in one act. */
export const MOST_ADDED = 2_000;

const opening = z.object({ cash: Dong, bank: Dong, kind: Dong });
const changeable = z.partial(
  z.omit(FundSettings, { parent: true, goal: true, approvalLimit: true, adminCap: true }),
);

/**
 * Every change to a fund, its rounds and its awards. `record` is the fund where nothing else is said. A `salt` beside a
 * person's data is for the log, which keeps a digest in their place.
 */
export const FundCommand = z.discriminatedUnion('kind', [
  command('fund.open', z.object({ ...FundSettings.shape, regime: Regime, opened: IsoDate, opening })),
  /** A category can be added, renamed and retired, never taken away. null takes a setting away. */
  command(
    'fund.update',
    z.object({
      ...changeable.shape,
      parent: z.optional(z.nullable(FundId)),
      goal: z.optional(z.nullable(FundSettings.shape.goal.def.innerType)),
      approvalLimit: z.optional(z.nullable(Dong)),
      adminCap: z.optional(z.nullable(FundSettings.shape.adminCap.def.innerType)),
    }),
  ),
  /** `record` is a new id, that of the act, `expected` 0: two treasurers never stand in each other's way. */
  command('fund.record', RecordPayload),
  command('fund.import', ImportPayload),
  command('fund.transfer', TransferPayload),
  /** `record` is what waits. */
  command('fund.approve', z.object({})),
  command('fund.refuse', z.object({ salt: Salt, reason: Reason })),
  /** `record` is the entry, `expected` 1; the reason stands in the details. */
  command('fund.reverse', z.object({ date: IsoDate, details: Details })),
  command('fund.close', z.object({ year: Cycle })),
  /** `record` is the entry, as in `fund.disclose`; `expected` the version of its private part. */
  command('fund.erase', z.object({ what: z.array(z.enum(['party', 'details'])).check(z.minLength(1)) })),
  /** A consent to be named in public, or null to take it back; and whether the party asked not to be named. */
  command(
    'fund.disclose',
    z.object({
      consent: z.optional(z.nullable(PartyConsentForm)),
      anonymous: z.optional(z.boolean()),
    }),
  ),
  /** `record` is the new round. */
  command('round.open', z.object({ ...RoundFields.shape, fund: FundId })),
  command('round.update', z.partial(RoundFields)),
  command('round.close', z.object({})),
  /** `record` is a new id, that of the act, `expected` 0, as in `award.add`. */
  command('round.pay', PayPayload),
  command(
    'award.add',
    z.object({
      round: RecordId,
      salt: Salt,
      awards: z
        .array(
          z.object({
            id: RecordId,
            level: Slug,
            /** Where it differs from the level's. */
            amount: z.optional(Amount),
            person: z.optional(RecordId),
            who: Recipient,
            consents: z.array(AwardConsentDraft).check(z.maxLength(10)),
          }),
        )
        .check(z.minLength(1), z.maxLength(MOST_ADDED)),
    }),
  ),
  /** `record` is the award, as in the next two. */
  command(
    'award.update',
    z.object({
      salt: Salt,
      level: z.optional(Slug),
      amount: z.optional(Amount),
      person: z.optional(RecordId),
      who: z.optional(Recipient),
    }),
  ),
  /** Takes the recipient out: of the round where he is not paid, of the record in any case. */
  command('award.remove', z.object({})),
  command(
    'award.consent',
    z.object({
      salt: Salt,
      give: z.optional(AwardConsentDraft),
      withdraw: z.optional(AwardConsentDraft.shape.giver),
    }),
  ),
]);
export type FundCommand = z.infer<typeof FundCommand>;
