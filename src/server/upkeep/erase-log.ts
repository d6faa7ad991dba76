import { sql } from 'kysely';
import type { LogEntry } from '../../backend/record-store.js';
import type { Database } from '../storage/database.js';
import { hashesWithin } from '../storage/file-refs.js';
import { blank } from './blank.js';
import { linesAbout, recordsOf, type Records } from './log-lines.js';
import type { SubjectData } from './personal-data.js';

/** Lines written in one go. */
const slice = 500;

/** What was taken out of the log of one subject. */
export interface ErasedLines {
  count: number;
  /** Hashes of files that were named then, also of those that were taken out of an answer again. */
  files: Set<string>;
}

/**
 * Takes what was said of some subjects out of the log, line by line; what was done with which record stays. The log is gone
 * through once, whatever their number. Answers how many lines were about each, and which files they named, by id.
 */
export async function eraseLog(
  { database, province }: { database: Database; province: string },
  people: readonly SubjectData[],
): Promise<Map<string, ErasedLines>> {
  const subjects = new Map(people.map(({ subject }) => [subject.id, subject]));
  const records = recordsOf(people);
  const counts = new Map<string, ErasedLines>();
  const counted = (id: string, said: unknown): void => {
    const one = counts.get(id) ?? { count: 0, files: new Set() };
    counts.set(id, one);
    one.count += 1;
    hashesWithin(said, one.files);
  };
  const changed: LogEntry[] = [];
  for await (const entry of linesAbout(database, province, records)) {
    const left = withoutWords(entry, records, subjects, counted);
    if (left) changed.push(left);
  }
  await database.transaction({ role: 'eraser', province }, async (db) => {
    for (let at = 0; at < changed.length; at += slice) {
      const some = changed.slice(at, at + slice);
      await sql`update command c set entry = w.entry
        from unnest(${some.map(({ command }) => command.id)}::text[], ${some.map((entry) => JSON.stringify(entry))}::text[])
          as w (id, entry)
        where c.province = ${province} and c.id = w.id`.execute(db);
    }
  });
  return counts;
}

/** Undefined where it says nothing of them. */
function withoutWords(
  entry: LogEntry,
  records: Records,
  subjects: ReadonlyMap<string, SubjectData['subject']>,
  counted: (subject: string, said: unknown) => void,
): LogEntry | undefined {
  const { command } = entry;
  if (!('payload' in command)) return undefined;
  const { id, kind, record, expected } = command;
  const subject = subjects.get(records.get(record) ?? '');
  if (subject) {
    counted(subject.id, command.payload);
    const actor = entry.actor.id === subject.owner ? { id: subject.owner, name: blank } : entry.actor;
    return { ...entry, actor, command: { id, kind, record, expected, sealed: 'erased' } };
  }
  if (command.kind !== 'subject.import') return undefined;
  if (!command.payload.subjects.some((row) => subjects.has(row.id))) return undefined;
  // Some lines of a list: the others stay as they were said.
  const rows = command.payload.subjects.map((row) => {
    if (!subjects.has(row.id)) return row;
    counted(row.id, row);
    return { id: row.id, model: row.model, name: blank, place: { name: blank }, facts: {} };
  });
  return { ...entry, command: { ...command, payload: { subjects: rows } } };
}
