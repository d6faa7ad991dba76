import { z } from './zod.js';

/** Text that belongs to data (criteria sets, places), not to the dictionaries: Vietnamese first, English where known. */
export const LocalText = z.object({
  vi: z.string().check(z.maxLength(4000)),
  en: z.optional(z.string().check(z.maxLength(4000))),
});
export type LocalText = z.infer<typeof LocalText>;

/** ISO 8601 calendar date, `2026-12-31`. */
export const IsoDate = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
/** ISO 8601 instant in UTC, `2026-12-31T07:00:00.000Z`. */
export const IsoInstant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/));
/** A day of the year without a year, `02-28`. */
export const MonthDay = z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
/** Identifier of anything in a criteria set: short, stable, safe in a DOM id and in a URL. */
export const Slug = z.string().check(z.regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/), z.maxLength(80));
/** Identifier of a record: UUIDv7 as made by `newId`, a slug given by a host, or `id@version` of a criteria set. */
export const RecordId = z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9._:@+-]*$/), z.maxLength(128));
/** Address of a page: http or https, so that nothing runs in the page of whoever opens it. */
export const WebAddress = z.string().check(z.regex(/^https?:\/\/[^\s]+$/i), z.maxLength(2000));
/** The year that an assessment is about, as four digits. */
export const Cycle = z.string().check(z.regex(/^(19|20|21)\d\d$/));

/** The five learning models. */
export const Model = z.enum(['family', 'clan', 'community', 'unit', 'citizen']);
export type Model = z.infer<typeof Model>;
