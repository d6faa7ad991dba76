import type { RecordOf } from '../../domain/receipt.schema.js';
import type { HtsdError } from '../../backend/errors.js';
import { deliveriesOf } from '../storage/deliveries.js';
import { createSqlReader } from '../storage/sql-reader.js';
import type { Uploads } from '../files/uploads.js';
import { blank } from './blank.js';
import { eraseSubjects, type EraseOptions } from './erase.js';
import { readBy } from './personal-data.js';
import { sweepFiles, type Swept } from './sweep-files.js';

/** Counts of what was done. */
export interface Retained extends Swept {
  erased: number;
  /** Subjects whose time is over and that stay: somebody changed them just now, or a record of theirs is damaged. */
  left: number;
  /** Pieces of files that never became whole. */
  uploads: number;
  /** Events that were told outside. */
  deliveries: number;
}

/** Subjects erased in one go, for which the log is gone through once. */
const together = 500;
/** Subjects whose dates are read in one go. */
const slice = 200;
/** Milliseconds after which nobody goes on with a file that he sent a part of. */
const uploadLife = 86_400_000;
/** Milliseconds for which a file is kept that no record names: a form names it seconds later, a phone when it is back. */
const fileLife = 30 * 86_400_000;
/** Milliseconds for which it is known what was told outside. */
const deliveryLife = 30 * 86_400_000;

/**
 * Erases the subjects whose time is over: as many years after the last assessment was submitted as the consent named that
 * was given for it, the longest of several. Where nothing was submitted the years count from the last change. A subject
 * without such a consent, an office say, stays. Also drops files that nothing names, pieces of
 * files that never became whole, and what was told outside a month ago.
 */
export async function keepRetention(
  options: EraseOptions & { uploads?: Uploads | undefined },
): Promise<Retained> {
  const { database, province, now, uploads } = options;
  const reader = createSqlReader((work) => database.behind({ role: 'writer', province }, work), province);
  const years = new Map<string, number>();
  let after: string | undefined;
  do {
    const { records, last } = await reader.scan('consent', { after });
    for (const { subjectId, purpose, retentionYears, giverName } of records) {
      if (purpose !== 'assessment' || retentionYears === undefined || giverName === blank) continue;
      years.set(subjectId, Math.max(years.get(subjectId) ?? 0, retentionYears));
    }
    after = last;
  } while (after !== undefined);

  let [erased, left] = [0, 0];
  let ended: string[] = [];
  const erase = async (): Promise<void> => {
    const found = await eraseSubjects(options, ended);
    erased += found.erased.length;
    left += found.left.size;
    ended = [];
  };
  const asked = [...years.keys()];
  for (let at = 0; at < asked.length; at += slice) {
    const part = asked.slice(at, at + slice);
    const { subjects, assessments, damaged } = await datesOf(options, part);
    for (const id of part) {
      // One that cannot be read must not keep all others for ever.
      if (damaged.has(id)) left += 1;
      const subject = subjects.get(id)?.[0];
      if (!subject || now() < over(subject, assessments.get(id) ?? [], years.get(id)!)) continue;
      ended.push(id);
      if (ended.length === together) await erase();
    }
  }
  if (ended.length > 0) await erase();
  const before = (life: number): Date => new Date(now().getTime() - life);
  return {
    ...{ erased, left },
    ...(await sweepFiles(options, before(fileLife))),
    uploads:
      ((await uploads?.sweep(before(uploadLife))) ?? 0) +
      ((await options.files.tidy?.(province, before(uploadLife))) ?? 0),
    deliveries: await deliveriesOf(database, province).sweep(before(deliveryLife)),
  };
}

/** What tells when the time of some subjects is over. `damaged`: those that cannot be read themselves. */
function datesOf({ database, province }: EraseOptions, ids: readonly string[]): Promise<Dates> {
  return database.behind({ role: 'writer', province }, async (db) => {
    const damaged = new Map<string, HtsdError>();
    const subjects = await readBy(db, { province, type: 'subject', by: 'id', ids, damaged });
    const asked = {
      province,
      type: 'assessment',
      by: 'parent',
      ids,
      damaged: new Map<string, HtsdError>(),
    } as const;
    return { subjects, assessments: await readBy(db, asked), damaged };
  });
}

interface Dates {
  subjects: ReadonlyMap<string, RecordOf<'subject'>[]>;
  assessments: ReadonlyMap<string, RecordOf<'assessment'>[]>;
  damaged: ReadonlyMap<string, HtsdError>;
}

/** The moment from which on nothing is kept any more. */
function over(
  subject: RecordOf<'subject'>,
  assessments: readonly RecordOf<'assessment'>[],
  years: number,
): Date {
  const submitted = assessments.flatMap(({ submissions }) => submissions.map(({ at }) => at));
  const changed = assessments.map(({ updatedAt }) => updatedAt);
  const last = submitted.length > 0 ? submitted : [subject.updatedAt, ...changed];
  const end = new Date(last.reduce((one, other) => (one > other ? one : other)));
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end;
}
