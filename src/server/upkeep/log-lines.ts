import { sql, type RawBuilder } from 'kysely';
import type { LogEntry } from '../../backend/record-store.js';
import type { Database } from '../storage/database.js';
import type { SubjectData } from './personal-data.js';

/** Whose a record is, by its id: subjects are their own. */
export type Records = ReadonlyMap<string, string>;

/** Lines read in one go: one of them may be a list of ten thousand subjects. */
const slice = 100;

/** Records that are looked for one by one; each asks every megabyte of the log whether it is there. */
const few = 200;

/** The records of some subjects, each with the id of its subject. */
export function recordsOf(people: readonly SubjectData[]): Records {
  return new Map(
    people.flatMap(({ subject, assessments, recognitions, consents }) =>
      [subject, ...assessments, ...recognitions, ...consents].map(({ id }): [string, string] => [
        id,
        subject.id,
      ]),
    ),
  );
}

/**
 * Asks for the lines of the log that are about some records, and for those that may name them in a list, in the order that they
 * were written in. A few records are found by an index; for more the log is gone through once. Of a list of values that are not
 * known when it is planned the database tries one after the other with each line, thousands with each of millions; in a table it looks.
 */
export function askLines(province: string, ids: readonly string[]): RawBuilder<{ id: string }> {
  const about =
    ids.length > few
      ? sql`record in (select unnest(${[...ids]}::text[]))`
      : sql`record = any (${[...ids]}::text[])`;
  // As the index of lines that may name somebody says it, too.
  return sql<{ id: string }>`select id from command where province = ${province}
    and (${about} or kind in ('subject.import', 'recognition.grant')
      or (kind in ('subject.register', 'subject.update') and entry like '%"members":{%"ids":["%'))
    order by seq`;
}

/** Lines of the log that are about some records, or may name them in a list. They are not held: a province keeps millions. */
export async function* linesAbout(
  database: Database,
  province: string,
  records: Records,
): AsyncGenerator<LogEntry> {
  const run: <T>(work: Parameters<typeof database.behind<T>>[1]) => Promise<T> = (work) =>
    database.behind({ role: 'writer', province }, work);
  const { rows } = await run((db) => askLines(province, [...records.keys()]).execute(db));
  for (let at = 0; at < rows.length; at += slice) {
    const ids = rows.slice(at, at + slice).map(({ id }) => id);
    const found = await run((db) =>
      sql<{ entry: string }>`select entry from command where province = ${province}
        and id = any (${ids}::text[]) order by seq`.execute(db),
    );
    for (const { entry } of found.rows) yield JSON.parse(entry) as LogEntry;
  }
}

/** What a line says of each of some subjects, and nothing of what it says of others. */
export function partsOf(entry: LogEntry, records: Records): [subject: string, part: LogEntry][] {
  const { command } = entry;
  const own = records.get(command.record);
  if (own !== undefined) return [[own, entry]];
  if (!('payload' in command)) return [];
  const written = (subject: string): LogEntry['records'] =>
    entry.records.filter(({ id }) => records.get(id) === subject || id === command.record);
  switch (command.kind) {
    case 'subject.import':
      return command.payload.subjects.flatMap((row): [string, LogEntry][] => {
        if (records.get(row.id) !== row.id) return [];
        const payload = { ...command.payload, subjects: [row] };
        return [[row.id, { ...entry, command: { ...command, payload }, records: written(row.id) }]];
      });
    case 'recognition.grant':
      return command.payload.grants.flatMap((grant): [string, LogEntry][] => {
        const subject = records.get(grant.assessment);
        if (subject === undefined) return [];
        const payload = { ...command.payload, grants: [grant] };
        return [[subject, { ...entry, command: { ...command, payload }, records: written(subject) }]];
      });
    case 'subject.register':
    case 'subject.update': {
      // Another one names it among its members: that it does, and nothing of what it says of itself.
      const { id, kind, record, expected } = command;
      const sealed = { id, kind, record, expected, sealed: 'others' };
      const named = new Set(command.payload.members?.ids);
      return [...named].flatMap((member): [string, LogEntry][] =>
        records.get(member) === member
          ? [[member, { ...entry, command: sealed, records: written(member) }]]
          : [],
      );
    }
    default:
      return [];
  }
}
