import { sql } from 'kysely';
import type { LogEntry } from '../../backend/record-store.js';
import type { Database } from '../storage/database.js';
import { blank } from './blank.js';
import type { SubjectData } from './personal-data.js';

/**
 * Takes what was said of some subjects out of the log, line by line; what was done with which record stays. The log is gone
 * through once, whatever their number. Answers how many lines were about each, by id.
 */
export async function eraseLog(
  { database, province }: { database: Database; province: string },
  people: readonly SubjectData[],
): Promise<Map<string, number>> {
  const subjects = new Map(people.map(({ subject }) => [subject.id, subject]));
  const owners = new Map<string, SubjectData['subject']>();
  for (const { subject, assessments, recognitions, consents } of people)
    for (const { id } of [subject, ...assessments, ...recognitions, ...consents]) owners.set(id, subject);

  const { rows } = await database.behind({ role: 'writer', province }, (db) =>
    sql<{ entry: string }>`select entry from command where province = ${province}
      and (kind = 'subject.import' or record = any (${[...owners.keys()]}::text[]))`.execute(db),
  );
  const counts = new Map<string, number>();
  const counted = (id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1);
  const changed = rows.flatMap(
    ({ entry }) => withoutWords(JSON.parse(entry) as LogEntry, owners, subjects, counted) ?? [],
  );
  await database.transaction({ role: 'eraser', province }, async (db) => {
    for (const entry of changed)
      await db
        .updateTable('command')
        .set({ entry: JSON.stringify(entry) })
        .where('province', '=', province)
        .where('id', '=', entry.command.id)
        .execute();
  });
  return counts;
}

/** Undefined where it says nothing of them. */
function withoutWords(
  entry: LogEntry,
  owners: ReadonlyMap<string, SubjectData['subject']>,
  subjects: ReadonlyMap<string, SubjectData['subject']>,
  counted: (subject: string) => void,
): LogEntry | undefined {
  const { command } = entry;
  if (!('payload' in command)) return undefined;
  const { id, kind, record, expected } = command;
  const subject = owners.get(record);
  if (subject) {
    counted(subject.id);
    const actor = entry.actor.id === subject.owner ? { id: subject.owner, name: blank } : entry.actor;
    return { ...entry, actor, command: { id, kind, record, expected, sealed: 'erased' } };
  }
  if (command.kind !== 'subject.import') return undefined;
  if (!command.payload.subjects.some((row) => subjects.has(row.id))) return undefined;
  // Some lines of a list: the others stay as they were said.
  const rows = command.payload.subjects.map((row) => {
    if (!subjects.has(row.id)) return row;
    counted(row.id);
    return { id: row.id, model: row.model, name: blank, place: { name: blank }, facts: {} };
  });
  return { ...entry, command: { ...command, payload: { subjects: rows } } };
}
