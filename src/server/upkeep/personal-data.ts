import { sql, type Kysely } from 'kysely';
import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import type { LogEntry } from '../../backend/record-store.js';
import { isHtsdError, type HtsdError } from '../../backend/errors.js';
import type { Database } from '../storage/database.js';
import { hashesIn } from '../storage/file-refs.js';
import { parseRecord } from '../storage/sql-reader.js';
import type { Tables } from '../storage/tables.js';
import { linesAbout, partsOf, recordsOf } from './log-lines.js';

/** What is kept of one subject: a person, a household, an office. */
export interface SubjectData {
  subject: RecordOf<'subject'>;
  assessments: RecordOf<'assessment'>[];
  recognitions: RecordOf<'recognition'>[];
  consents: RecordOf<'consent'>[];
  /** Files of evidence that the assessments name, by hash. */
  files: string[];
}

/** Everything that names it, too. */
export interface PersonalData extends SubjectData {
  /** Scholarships that name the subject. They belong to the books of a fund, and are erased there. */
  awards: RecordOf<'award'>[];
  /** What was done with all this, and what was said then; of lists the lines about this subject alone. */
  log: LogEntry[];
}

/** What is kept of several subjects. */
export interface SubjectsData {
  /** In the order asked for, without those that are not there. */
  people: SubjectData[];
  /** Those of which a record cannot be read, and what is told of the first one. */
  damaged: Map<string, HtsdError>;
}

/** Records of subjects. */
export async function subjectsData(
  db: Kysely<Tables>,
  province: string,
  subjectIds: readonly string[],
): Promise<SubjectsData> {
  const damaged: SubjectsData['damaged'] = new Map();
  const read = <T extends RecordType>(type: T, by: By): Promise<Map<string, RecordOf<T>[]>> =>
    readBy(db, { province, type, by, ids: subjectIds, damaged });
  const subjects = await read('subject', 'id');
  const [assessments, recognitions, consents] = [
    await read('assessment', 'parent'),
    await read('recognition', 'parent'),
    await read('consent', 'parent'),
  ];
  const people = subjectIds.flatMap((id) => {
    const [subject] = subjects.get(id) ?? [];
    if (!subject || damaged.has(id)) return [];
    const assessed = assessments.get(id) ?? [];
    return {
      ...{ subject, assessments: assessed, recognitions: recognitions.get(id) ?? [] },
      consents: consents.get(id) ?? [],
      files: hashesIn(JSON.stringify(assessed)),
    };
  });
  return { people, damaged };
}

/** By what records are asked for: each by its own id, or by that of the subject it is of. */
type By = 'id' | 'parent';

/** Records of one type by the id that was asked for. Of `damaged` ones the first is put there, instead, under that id. */
export async function readBy<T extends RecordType>(
  db: Kysely<Tables>,
  {
    province,
    type,
    by,
    ids,
    damaged,
  }: { province: string; type: T; by: By; ids: readonly string[]; damaged: SubjectsData['damaged'] },
): Promise<Map<string, RecordOf<T>[]>> {
  const rows = await db
    .selectFrom('record')
    .select(['id', 'value', sql.ref<string>(by).as('of')])
    .where('province', '=', province)
    .where('type', '=', sql.lit(type))
    // The index of those that have a parent is used where the statement says so.
    .$if(by === 'parent', (asked) => asked.where('parent', '<>', sql.lit('')))
    .where(sql<boolean>`${sql.ref(by)} = any (${[...ids]}::text[])`)
    .orderBy('id')
    .execute();
  const groups = new Map<string, RecordOf<T>[]>();
  for (const { id, value, of } of rows) {
    try {
      put(groups, of, parseRecord(type, id, value));
    } catch (error) {
      if (!isHtsdError(error)) throw error;
      if (!damaged.has(of)) damaged.set(of, error);
    }
  }
  return groups;
}

function put<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}

/**
 * All that a province keeps of subjects, without those that are not there. It takes its time: the log is gone through, once
 * whatever their number. Errors: invalid (`reason: 'damaged'`).
 */
export async function personalData(
  database: Database,
  province: string,
  subjectIds: readonly string[],
): Promise<PersonalData[]> {
  const people = await database.behind({ role: 'writer', province }, async (db) => {
    const awards = new Map<string, RecordOf<'award'>[]>();
    for (const award of await awardsNaming(db, province, subjectIds))
      if (award.person !== undefined) put(awards, award.person, award);
    const found = await subjectsData(db, province, subjectIds);
    for (const error of found.damaged.values()) throw error;
    return found.people.map((data): PersonalData => ({
      ...data,
      awards: awards.get(data.subject.id) ?? [],
      log: [],
    }));
  });
  const logs = new Map(people.map(({ subject, log }) => [subject.id, log]));
  const records = recordsOf(people);
  for await (const entry of linesAbout(database, province, records))
    for (const [subject, part] of partsOf(entry, records)) logs.get(subject)!.push(part);
  return people;
}

/** Scholarships that name subjects. */
export async function awardsNaming(
  db: Kysely<Tables>,
  province: string,
  subjectIds: readonly string[],
): Promise<RecordOf<'award'>[]> {
  const awards = await db
    .selectFrom('record')
    .select(['id', 'value'])
    .where('province', '=', province)
    .where('type', '=', sql.lit('award'))
    .where(sql<boolean>`substring(value from '"person":"([^"]+)"') = any (${[...subjectIds]}::text[])`)
    .execute();
  return awards.map(({ id, value }) => parseRecord('award', id, value));
}

/** Ids of the subjects that somebody owns. @param person id of an account */
export async function subjectsOf(database: Database, province: string, person: string): Promise<string[]> {
  const rows = await database.behind({ role: 'writer', province }, (db) =>
    db
      .selectFrom('record')
      .select('id')
      .where('province', '=', province)
      .where('type', '=', sql.lit('subject'))
      .where('owner', '<>', sql.lit(''))
      .where('owner', '=', person)
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ id }) => id);
}
