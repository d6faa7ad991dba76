import { z } from '../zod.js';
import { Evidence } from '../answer.schema.js';
import { IsoDate, RecordId, Slug } from '../text.schema.js';
import { FundId } from './fund.schema.js';
import { Account, Amount, Hash, Salt } from './money.schema.js';

const Line = z.string().check(z.maxLength(255));
const Text = z.string().check(z.maxLength(2000));

/** An instant exactly as `Date.prototype.toISOString` writes it, because it is hashed. */
export const LedgerInstant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));

/** Number of a voucher within its year and kind. */
export const VoucherNumber = z.int().check(z.gte(1), z.lte(999_999));
export const EntryNumber = z.int().check(z.gte(1), z.lte(99_999_999));
/** Money in, money out, or cash to the bank and back. */
export const EntryKind = z.enum(['receipt', 'payment', 'move']);
export type EntryKind = z.infer<typeof EntryKind>;

/**
 * A line of the ledger. Never changed; everything in it may be public, and is hashed. A reversal is an entry like the
 * one that it takes back, with `reverses`, and counts with the opposite sign.
 */
export const Entry = z.object({
  /** `<fund>.<no>`. */
  id: RecordId,
  fund: FundId,
  /** 1, 2, 3 … in the order of the back end's commits. */
  no: EntryNumber,
  kind: EntryKind,
  account: Account,
  /** Of a move: where the money goes. */
  to: z.optional(z.enum(['cash', 'bank'])),
  /** None in a move. */
  category: z.optional(Slug),
  amount: Amount,
  /** Of the voucher. */
  date: IsoDate,
  /** Within the year of `date` and the kind. */
  voucher: z.optional(VoucherNumber),
  /** The round of scholarships or awards that it pays, the level where all have one, how many recipients. */
  round: z.optional(RecordId),
  level: z.optional(Slug),
  count: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  /** Number of the entry that it takes back. */
  reverses: z.optional(EntryNumber),
  /** Both sides of a transfer between two funds bear the same id; `fund` is the other side's. */
  transfer: z.optional(z.object({ id: RecordId, fund: FundId })),
  /** Never earlier than that of the entry before. */
  recordedAt: LedgerInstant,
  /** A second person said yes. */
  approved: z.optional(z.literal(true)),
  /** Commitments to who is on the other side and to everything else that is private. */
  party: z.optional(Hash),
  details: Hash,
  /** Hash of the entry before, or of the fund's opening. */
  previous: Hash,
  /** SHA-256 over the canonical JSON of the entry without `hash`. */
  hash: Hash,
});
export type Entry = z.infer<typeof Entry>;

export const Person = z.object({ id: RecordId, name: z.string() });
export type Person = z.infer<typeof Person>;

export const PartyKind = z.enum(['person', 'household', 'organisation', 'fund']);

/** What the commitment `party` covers, and what a reader needs to check a name against the chain. */
export const OpenedParty = z.object({
  salt: Salt,
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  kind: PartyKind,
});
export type OpenedParty = z.infer<typeof OpenedParty>;

/** How a person consented to see his name in the public ledger. */
export const PartyConsentForm = z.object({
  form: z.enum(['digital', 'paper']),
  /** Which wording was shown. */
  textVersion: z.string().check(z.minLength(1), z.maxLength(80)),
});

/** Who paid in or was paid, as a command brings it. */
export const PartyDraft = z.object({
  ...OpenedParty.shape,
  /** Asked not to be named. */
  anonymous: z.boolean(),
  consent: z.optional(PartyConsentForm),
});
export type PartyDraft = z.infer<typeof PartyDraft>;

export const Party = z.object({
  ...PartyDraft.shape,
  consent: z.optional(z.object({ ...PartyConsentForm.shape, at: LedgerInstant })),
});
export type Party = z.infer<typeof Party>;

/** Everything else that is private about an entry, as a command brings it. */
export const Details = z.object({
  salt: Salt,
  /** What for, in the words of the voucher. */
  purpose: z.optional(Text),
  address: z.optional(Line),
  phone: z.optional(z.string().check(z.maxLength(40))),
  note: z.optional(Text),
  /** Why an entry is taken back. */
  reason: z.optional(Text),
  /** Who made out the original papers, and which. */
  issuer: z.optional(Line),
  papers: z.optional(Line),
  evidence: z.optional(z.array(Evidence).check(z.maxLength(20))),
});
export type Details = z.infer<typeof Details>;

/** The private part of an entry, under the entry's id. What is erased leaves it, the salt too; the entry stays. */
export const EntrySecret = z.object({
  id: RecordId,
  version: z.number(),
  fund: FundId,
  party: z.optional(Party),
  details: z.optional(Details),
  by: Person,
  approvedBy: z.optional(Person),
  /** When it was entered, where it had to wait for a second person. */
  enteredAt: z.optional(LedgerInstant),
  /** The awards that it paid. */
  awards: z.optional(z.array(RecordId)),
  /** Number of the entry that takes it back. */
  reversedBy: z.optional(EntryNumber),
  erased: z.optional(
    z.array(z.object({ what: z.enum(['party', 'details']), at: LedgerInstant, by: Person })),
  ),
});
export type EntrySecret = z.infer<typeof EntrySecret>;

/** A year's voucher numbers that are asked for: the next free one, or this. Absent: none. */
export const VoucherChoice = z.union([z.literal('next'), VoucherNumber]);
