import { z } from '../zod.js';
import { command } from '../command-envelope.js';
import { CriteriaRef, LegalSource } from '../criteria-set.schema.js';
import { Locality, LocalityEvent, LocalityKey } from '../locality/locality.schema.js';
import { Subject } from '../subject.schema.js';
import { Target } from '../target/target.schema.js';
import { Cycle, Slug } from '../text.schema.js';
import { ActivityFields, MOST_PLACES, PlacesPart, ReportedFigure } from './area-record.schema.js';

/** Most subjects that are entered in one act. */
export const MOST_SUBJECTS = 10_000;

const keys = z.array(LocalityKey).check(z.maxLength(MOST_PLACES));

/** One subject of an import, with the year that it is registered for. */
export const ImportedSubject = z.object({
  ...z.pick(Subject, {
    id: true,
    model: true,
    subjectGroup: true,
    name: true,
    parent: true,
    place: true,
    head: true,
    members: true,
    facts: true,
    past: true,
  }).shape,
  /** The version that is to be changed; without it the subject is new. */
  expected: z.optional(z.int().check(z.gte(1))),
  cycle: z.optional(Cycle),
  criteria: z.optional(CriteriaRef),
});
export type ImportedSubject = z.infer<typeof ImportedSubject>;

/** Every change to places, targets, figures and activities, and the import of the register. */
export const AreaCommand = z.discriminatedUnion('kind', [
  /**
   * The whole of a part, which replaces what is there. `record` is the part. Places that are there and not in the list are
   * named in `removes`; else the list is refused.
   */
  command(
    'locality.import',
    z.object({
      ...z.pick(PlacesPart, { localities: true, events: true }).shape,
      source: z.optional(LegalSource),
      removes: z.optional(keys),
    }),
  ),
  /** What became of places on a day: those before end on the day before, those that begin are given. */
  command(
    'locality.change',
    z.object({ event: LocalityEvent, begins: z.array(Locality).check(z.maxLength(1000)) }),
  ),
  /** `record` is the target's id, new or known, as in the next one. */
  command('target.set', z.omit(Target, { id: true })),
  command('target.drop', z.object({})),
  /** `record` is what `figureId` makes of the payload; `expected` the version that is corrected, 0 for a new one. */
  command('indicator.report', z.object({ indicator: Slug, place: LocalityKey, figure: ReportedFigure })),
  command('activity.record', ActivityFields),
  command('activity.update', ActivityFields),
  command('activity.remove', z.object({})),
  /** All of them or none. `record` is a new id, that of the act, `expected` 0. */
  command(
    'subject.import',
    z.object({ subjects: z.array(ImportedSubject).check(z.minLength(1), z.maxLength(MOST_SUBJECTS)) }),
  ),
]);
export type AreaCommand = z.infer<typeof AreaCommand>;
