import { z } from '../zod.js';
import { LegalSource } from '../criteria-set.schema.js';
import { IsoDate, LocalText, Slug } from '../text.schema.js';

/** Of the statistics office (2 digits a province, 5 a commune), of former units, or given locally to what has none. */
export const LocalityCode = z.string().check(z.regex(/^[A-Za-z0-9]([A-Za-z0-9.-]{0,38}[A-Za-z0-9])?$/));
/** `code@from`: codes alone identify nothing, because a later unit may bear the same. */
export const LocalityKey = z
  .string()
  .check(z.regex(/^[A-Za-z0-9]([A-Za-z0-9.-]{0,38}[A-Za-z0-9])?@\d{4}-\d\d-\d\d$/));

/** Levels of places, the widest first. Districts ended on 1/7/2025; below the commune there is no national code. */
export const localityLevels = ['nation', 'province', 'district', 'commune', 'hamlet'] as const;

/** A place as it was from one day to another. Another name, kind or parent is another one, tied to it by an event. */
export const Locality = z.object({
  code: LocalityCode,
  /** The first day. */
  from: IsoDate,
  /** The last day; still there where none is given. */
  to: z.optional(IsoDate),
  level: z.enum(localityLevels),
  /** Without its kind, "Sen Hồ". */
  name: LocalText,
  /** With its kind, "Xã Sen Hồ". */
  fullName: LocalText,
  /** Code of the place that it lies in, at the same time. */
  parent: z.optional(LocalityCode),
  /** What kind of area it is for targets that differ, e.g. difficult communes. */
  area: z.optional(Slug),
});
export type Locality = z.infer<typeof Locality>;

/** Parts of a divided place: whole numbers in proportion, e.g. inhabitants. Of one kind of figure, or of all others. */
export const Shares = z.object({
  indicator: z.optional(Slug),
  /** By key of the new place. */
  parts: z.record(LocalityKey, z.int().check(z.gte(0), z.lte(1_000_000_000))),
  /** What the parts have to come to: 100 where they are per cents, 0 where they are counts of their own. */
  sum: z.optional(z.int().check(z.gte(0))),
  source: LegalSource,
});
export type Shares = z.infer<typeof Shares>;

/** What became of places on a day: of several one, of one several, another name, another parent. */
export const LocalityEvent = z.object({
  on: IsoDate,
  kind: z.enum(['merge', 'divide', 'rename', 'move']),
  before: z.array(LocalityKey).check(z.minLength(1), z.maxLength(1000)),
  after: z.array(LocalityKey).check(z.minLength(1), z.maxLength(1000)),
  /** Where one place ended in several: what part of it went where. */
  shares: z.optional(z.array(Shares).check(z.maxLength(200))),
  source: z.optional(LegalSource),
});
export type LocalityEvent = z.infer<typeof LocalityEvent>;

/** All places that are known, and what became of them. */
export const Gazetteer = z.object({
  format: z.literal(1),
  localities: z.array(Locality).check(z.maxLength(100_000)),
  events: z.array(LocalityEvent).check(z.maxLength(100_000)),
});
export type Gazetteer = z.infer<typeof Gazetteer>;
