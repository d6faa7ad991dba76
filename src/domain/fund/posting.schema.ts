import { z } from '../zod.js';
import { IsoDate, IsoInstant, RecordId, Slug } from '../text.schema.js';
import { Details, EntryKind, EntryNumber, PartyDraft, Person, VoucherChoice } from './entry.schema.js';
import { FundId } from './fund.schema.js';
import { Account, Amount } from './money.schema.js';

/** Most rows of one import, and most recipients of one payment. */
export const MOST_ROWS = 20_000;
export const MOST_PAID = 2_000;

/** What every entry needs. */
const common = {
  amount: Amount,
  date: IsoDate,
  voucher: z.optional(VoucherChoice),
  party: z.optional(PartyDraft),
  details: Details,
};

/** One entry as a treasurer enters it. */
export const EntryDraft = z.object({
  ...common,
  kind: EntryKind,
  account: Account,
  to: z.optional(z.enum(['cash', 'bank'])),
  category: z.optional(Slug),
  /** Of a round that is paid without a list of recipients here. */
  round: z.optional(RecordId),
  level: z.optional(Slug),
  count: z.optional(z.int().check(z.gte(1), z.lte(1_000_000))),
  /** One side of a transfer; the other is recorded where the other fund is kept. */
  transfer: z.optional(z.object({ id: RecordId, fund: FundId })),
});
export type EntryDraft = z.infer<typeof EntryDraft>;

export const RecordPayload = z.object({ ...EntryDraft.shape, fund: FundId });

/** All of them or none. */
export const ImportPayload = z.object({
  fund: FundId,
  rows: z.array(EntryDraft).check(z.minLength(1), z.maxLength(MOST_ROWS)),
});

/** Out of one fund and into another of the same back end, in one act. */
export const TransferPayload = z.object({
  fund: FundId,
  to: FundId,
  amount: Amount,
  date: IsoDate,
  from: z.object({
    account: Account,
    category: Slug,
    voucher: z.optional(VoucherChoice),
    party: z.optional(PartyDraft),
    details: Details,
  }),
  into: z.object({
    account: Account,
    category: Slug,
    voucher: z.optional(VoucherChoice),
    party: z.optional(PartyDraft),
    details: Details,
  }),
});

/** Pays awards of a round: one payment for all of them, the amount being their sum. */
export const PayPayload = z.object({
  fund: FundId,
  round: RecordId,
  awards: z.array(RecordId).check(z.minLength(1), z.maxLength(MOST_PAID)),
  /** What they came to as the person saw them: where they come to another sum by now, nothing is paid. */
  sum: z.optional(Amount),
  account: Account,
  category: Slug,
  date: IsoDate,
  voucher: z.optional(VoucherChoice),
  party: z.optional(PartyDraft),
  details: Details,
});

/** What can wait for a second person: the whole act as it was sent. */
export const PendingDraft = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fund.record'), payload: RecordPayload }),
  z.object({ kind: z.literal('fund.import'), payload: ImportPayload }),
  z.object({ kind: z.literal('fund.transfer'), payload: TransferPayload }),
  z.object({ kind: z.literal('round.pay'), payload: PayPayload }),
]);
export type PendingDraft = z.infer<typeof PendingDraft>;

/** An act above the limit. It is in no chain and in no balance until a second person approves it. */
export const Pending = z.object({
  id: RecordId,
  version: z.number(),
  fund: FundId,
  state: z.enum(['waiting', 'approved', 'refused']),
  /** Gone once it is decided: what was approved lies with its entries, what was refused nowhere. */
  draft: z.optional(PendingDraft),
  /** Đồng that would be paid. */
  amount: z.int().check(z.gte(0)),
  from: IsoDate,
  to: IsoDate,
  by: Person,
  at: IsoInstant,
  /** Why it was refused. */
  reason: z.optional(z.string()),
  decidedBy: z.optional(Person),
  decidedAt: z.optional(IsoInstant),
  /** What became of it in this fund. */
  entries: z.optional(z.object({ first: EntryNumber, last: EntryNumber })),
});
export type Pending = z.infer<typeof Pending>;
