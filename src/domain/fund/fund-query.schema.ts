import { z } from '../zod.js';
import { Cycle, RecordId, Slug } from '../text.schema.js';
import { EntryNumber, EntrySecret, OpenedParty } from './entry.schema.js';
import { ClosedYear, Fund, FundId } from './fund.schema.js';
import { Hash } from './money.schema.js';
import { Pending } from './posting.schema.js';
import { Award, AwardLevel, Round } from './round.schema.js';

const hexes = z.string().check(z.regex(/^[0-9a-f]*$/));
const row = z.int().check(z.gte(0));

/** What few entries have, by number. */
const Rare = z.object({
  round: z.optional(RecordId),
  level: z.optional(Slug),
  count: z.optional(z.int()),
  reverses: z.optional(EntryNumber),
  transfer: z.optional(z.object({ id: RecordId, fund: FundId })),
});

/** Up to 512 entries, one after the other, in columns: `packEntries` and `entryAt` turn them into entries and back. */
export const PackedEntries = z.object({
  fund: FundId,
  /** Number of the first. */
  first: EntryNumber,
  count: row,
  /** Hash of the entry before the first. */
  previous: Hash,
  /** Kind, accounts, approval and whether there is a party, as bits. */
  bits: z.array(row),
  /** Names of the categories, and for each entry which, -1 for none. */
  categories: z.array(Slug),
  category: z.array(z.int()),
  /** Đồng. */
  amounts: z.array(z.int()),
  /** Dates as days since 1970-01-01. */
  days: z.array(z.int()),
  /** When it was recorded, in milliseconds since 1970. */
  at: z.array(z.int()),
  /** 0 for none. */
  vouchers: z.array(row),
  /** Hashes one after the other, 64 characters each; parties of those that have one. */
  parties: hexes,
  details: hexes,
  hashes: hexes,
  /** By number. */
  rest: z.record(z.string(), Rare),
});
export type PackedEntries = z.infer<typeof PackedEntries>;

/** A page of the ledger with the private parts, in the same order. */
export const LedgerPage = z.object({ entries: PackedEntries, secrets: z.array(EntrySecret) });
export type LedgerPage = z.infer<typeof LedgerPage>;

/** A page of the ledger as anybody may read it: names of those who agreed, which can be checked against the chain. */
export const PublicLedgerPage = z.object({
  entries: PackedEntries,
  parties: z.array(z.object({ ...OpenedParty.shape, no: EntryNumber })),
});
export type PublicLedgerPage = z.infer<typeof PublicLedgerPage>;

/** A round as anybody may read it: levels whose names say nothing about a person. */
export const PublicRound = z.object({
  ...z.pick(Round, { id: true, title: true, kind: true, year: true, criteria: true, state: true }).shape,
  levels: z.array(z.omit(AwardLevel, { private: true })),
});
export type PublicRound = z.infer<typeof PublicRound>;

/** A fund as anybody may read it: no owner, nobody's name, nothing that waits. */
export const PublicFund = z.object({
  ...z.pick(Fund, {
    id: true,
    name: true,
    regime: true,
    place: true,
    parent: true,
    goal: true,
    plan: true,
    categories: true,
    adminCap: true,
    opened: true,
    opening: true,
    balances: true,
    count: true,
    head: true,
    totals: true,
    updatedAt: true,
  }).shape,
  years: z.array(z.omit(ClosedYear, { closedBy: true })),
  rounds: z.array(PublicRound),
});
export type PublicFund = z.infer<typeof PublicFund>;

/**
 * Recipients as anybody may read them. `name` where everybody who must has agreed; else `initials`, with the class where
 * enough others share it; else neither, and `count` recipients together.
 */
export const PublicAward = z.object({
  round: RecordId,
  name: z.optional(z.string()),
  initials: z.optional(z.string()),
  grade: z.optional(z.string()),
  level: z.optional(Slug),
  count: z.int().check(z.gte(1)),
  amount: z.int().check(z.gte(1)),
});
export type PublicAward = z.infer<typeof PublicAward>;

const paging = { cursor: z.optional(z.string()), limit: z.optional(z.number()) };
const ledger = z.object({ ...paging, fund: FundId, from: z.optional(EntryNumber) });

/** Every question about funds. Those that begin with `public.` need no session and answer of published funds only. */
export const fundQueries = {
  'funds.list': { params: z.object({ ...paging, parent: z.optional(FundId) }), item: Fund },
  'fund.get': { params: z.object({ id: FundId }), item: Fund },
  /** Pages of entries, from the one that holds number `from` on. `limit` counts pages. */
  'fund.ledger': { params: ledger, item: LedgerPage },
  'fund.pending': {
    params: z.object({ ...paging, fund: FundId, state: z.optional(Pending.shape.state) }),
    item: Pending,
  },
  'rounds.list': { params: z.object({ ...paging, fund: FundId, year: z.optional(Cycle) }), item: Round },
  'awards.list': {
    params: z.object({
      ...paging,
      fund: FundId,
      round: z.optional(RecordId),
      person: z.optional(RecordId),
    }),
    item: Award,
  },
  'public.funds.list': { params: z.object({ ...paging, parent: z.optional(FundId) }), item: PublicFund },
  'public.fund.get': { params: z.object({ id: FundId }), item: PublicFund },
  'public.fund.ledger': { params: ledger, item: PublicLedgerPage },
  'public.awards.list': {
    params: z.object({ fund: FundId, round: z.optional(RecordId) }),
    item: PublicAward,
  },
} as const;
