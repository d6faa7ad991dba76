import { sql, type Kysely } from 'kysely';
import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import type { LogEntry } from '../../backend/record-store.js';
import type { Database } from '../storage/database.js';
import { hashesIn } from '../storage/file-refs.js';
import { likeText } from '../storage/like-text.js';
import { parseRecord, readRecord } from '../storage/sql-reader.js';
import type { Tables } from '../storage/tables.js';

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
  /** What was done with all this, and what was said then. */
  log: LogEntry[];
}

/** Records of a subject; undefined where there is none of that id. */
export async function subjectData(
  db: Kysely<Tables>,
  province: string,
  subjectId: string,
): Promise<SubjectData | undefined> {
  const subject = await readRecord(db, province, 'subject', subjectId);
  if (!subject) return undefined;
  const ofSubject = async <T extends RecordType>(type: T): Promise<RecordOf<T>[]> => {
    const rows = await db
      .selectFrom('record')
      .select(['id', 'value'])
      .where('province', '=', province)
      .where('type', '=', sql.lit(type))
      // The index of those that have a parent is used where the statement says so.
      .where('parent', '<>', sql.lit(''))
      .where('parent', '=', subjectId)
      .orderBy('id')
      .execute();
    return rows.map(({ id, value }) => parseRecord(type, id, value));
  };
  const [assessments, recognitions, consents] = [
    await ofSubject('assessment'),
    await ofSubject('recognition'),
    await ofSubject('consent'),
  ];
  return { subject, assessments, recognitions, consents, files: hashesIn(JSON.stringify(assessments)) };
}

/** All that a province keeps of a subject; undefined where there is none of that id. It takes its time: the log is gone through. */
export async function personalData(
  database: Database,
  province: string,
  subjectId: string,
): Promise<PersonalData | undefined> {
  return database.behind({ role: 'writer', province }, async (db) => {
    const data = await subjectData(db, province, subjectId);
    if (!data) return undefined;
    const { assessments, recognitions, consents } = data;
    const ids = [subjectId, ...[...assessments, ...recognitions, ...consents].map(({ id }) => id)];
    const log = await sql<{ entry: string }>`
      select entry from command where province = ${province}
        and (record = any (${ids}::text[]) or entry like ${`%${like(subjectId)}%`})
      order by seq`.execute(db);
    return {
      ...data,
      awards: await awardsNaming(db, province, subjectId),
      log: log.rows.map(({ entry }) => JSON.parse(entry) as LogEntry),
    };
  });
}

/** Scholarships that name a subject. */
export async function awardsNaming(
  db: Kysely<Tables>,
  province: string,
  subjectId: string,
): Promise<RecordOf<'award'>[]> {
  const awards = await db
    .selectFrom('record')
    .select(['id', 'value'])
    .where('province', '=', province)
    .where('type', '=', sql.lit('award'))
    .where('value', 'like', `%"person":${like(subjectId)}%`)
    .execute();
  return awards.map(({ id, value }) => parseRecord('award', id, value));
}

/** An id as it stands in JSON, with nothing in it that `like` would take for a sign of its own. */
const like = (id: string): string => likeText(JSON.stringify(id));

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
