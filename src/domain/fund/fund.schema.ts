import { z } from '../zod.js';
import { Cycle, IsoDate, IsoInstant, LocalText, RecordId, Slug } from '../text.schema.js';
import { Balances, Dong, Hash, Sum } from './money.schema.js';

const Line = z.string().check(z.maxLength(255));

/** Id of a fund: short enough for the ids of its entries, `<fund>.<no>`. */
export const FundId = RecordId.check(z.maxLength(100));

/** A licensed social fund, or a fund within an association, a clan, a village, a school. */
export const Regime = z.enum(['licensed', 'internal']);
export type Regime = z.infer<typeof Regime>;

/** What money comes in for or goes out for. Once in a fund it stays, so that old entries keep their meaning. */
export const Category = z.object({
  id: Slug,
  kind: z.enum(['receipt', 'payment']),
  label: LocalText,
  /** Categories of one group are drawn together. */
  group: z.optional(Slug),
  /** Counts towards the cap on administration. */
  admin: z.optional(z.boolean()),
  /** Between two funds: cancels out where both are rolled up. */
  transfer: z.optional(z.boolean()),
  /** False: what comes in under it is no gift, and its payers are no donors: interest. */
  gift: z.optional(z.boolean()),
  /** Never with a name in public, whoever consents: scholarships. */
  private: z.optional(z.boolean()),
  /** No longer offered for new entries. */
  retired: z.optional(z.boolean()),
});
export type Category = z.infer<typeof Category>;

/** How much of the receipts of a year administration may take, and who says so. */
export const AdminCap = z.object({
  /** At most two decimals count. */
  percent: z.number().check(z.gte(0), z.lte(100)),
  of: z.literal('receipts'),
  source: LocalText,
});
export type AdminCap = z.infer<typeof AdminCap>;

/** What the treasurer sets and may change later. */
export const FundSettings = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(255)),
  /** Place as written by the person; `code` when a list of places is at hand. */
  place: z.object({ name: Line, code: z.optional(Line) }),
  /** The fund that it is rolled up into. */
  parent: z.optional(FundId),
  /** Strangers see the fund only then. */
  published: z.boolean(),
  goal: z.optional(z.object({ amount: Dong, by: IsoDate })),
  /** Đồng by year and category. */
  plan: z.record(Cycle, z.record(Slug, Dong)),
  categories: z.array(Category).check(z.minLength(1), z.maxLength(200)),
  /** A payment ABOVE it waits for a second person. Absent: none does. */
  approvalLimit: z.optional(Dong),
  adminCap: z.optional(AdminCap),
  /** Recipients are shown by initials and class only among at least so many. */
  smallestGroup: z.int().check(z.gte(2), z.lte(1000)),
  /** Days after its date from which an entry is recorded late. */
  lateAfterDays: z.int().check(z.gte(0), z.lte(3660)),
});
export type FundSettings = z.infer<typeof FundSettings>;

/** What moved in a year by the dates of the entries; reversals count against it, so that each may be negative. */
export const YearTotals = z.object({
  /** Money received and paid, cash and bank together. */
  receipts: Sum,
  payments: Sum,
  /** Goods received and handed out. */
  kindIn: Sum,
  kindOut: Sum,
  /** Of the money paid, what counts towards the cap on administration. */
  admin: Sum,
  /** What the year changed in each account of money. */
  cash: Sum,
  bank: Sum,
});
export type YearTotals = z.infer<typeof YearTotals>;

/** A year in which nothing moves any more. */
export const ClosedYear = z.object({
  year: Cycle,
  opening: Balances,
  ...YearTotals.shape,
  closing: Balances,
  /** Length and last hash of the chain when the year was closed; entries of the next year may be among them. */
  count: z.int().check(z.gte(0)),
  head: Hash,
  closedAt: IsoInstant,
  closedBy: z.object({ id: RecordId, name: z.string() }),
});
export type ClosedYear = z.infer<typeof ClosedYear>;

/** A setting that was changed: by whom, when, from what to what; absent where there was none, or is none. */
export const SettingChange = z.object({
  at: IsoInstant,
  by: z.object({ id: RecordId, name: z.string() }),
  what: z.enum([
    'name',
    'place',
    'parent',
    'published',
    'goal',
    'goalBy',
    'plan',
    'category',
    'approvalLimit',
    'adminCap',
    'smallestGroup',
    'lateAfterDays',
  ]),
  /** `2026-payment` of a plan; `hoc-bong`, or `hoc-bong#private`, of a category. */
  of: z.optional(z.string()),
  from: z.optional(z.union([z.string(), z.number(), z.boolean()])),
  to: z.optional(z.union([z.string(), z.number(), z.boolean()])),
});
export type SettingChange = z.infer<typeof SettingChange>;

/** A study-promotion fund, and the head of the chain of its entries. */
export const Fund = z.object({
  ...FundSettings.shape,
  id: FundId,
  version: z.number(),
  regime: Regime,
  owner: RecordId,
  /** The version in which the settings were last changed: every entry makes a version too. */
  settingsSince: z.number(),
  /** Every change of the settings since the opening, for the inspection; the last one last. */
  changes: z.optional(z.array(SettingChange)),
  /** First day of the books, and what lay in the accounts then. Never changed: the chain begins with them. */
  opened: IsoDate,
  opening: Balances,
  balances: Balances,
  /** How many entries there are. */
  count: z.int().check(z.gte(0)),
  /** Hash of the last entry, or of the opening. */
  head: Hash,
  /** When the last entry was recorded: later ones never say an earlier instant. */
  lastAt: z.optional(IsoInstant),
  /** Numbers of vouchers in use by `2026-receipt` or `2026-payment`: first and last of each range, one after the other, in order. */
  vouchers: z.record(z.string().check(z.regex(/^\d{4}-(receipt|payment)$/)), z.array(z.int())),
  /** By year, of years closed and open. */
  totals: z.record(Cycle, YearTotals),
  /** In order, without gaps, from the year of `opened`. */
  years: z.array(ClosedYear),
  /** What waits for a second person. */
  waiting: z.array(z.object({ id: RecordId, from: IsoDate, to: IsoDate })),
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Fund = z.infer<typeof Fund>;
