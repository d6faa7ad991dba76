import type { Kysely } from 'kysely';
import type { LogEntry } from '../../backend/record-store.js';
import type { Tables } from './tables.js';

/** What the log knows of a command. */
export async function readEntry(
  db: Kysely<Tables>,
  province: string,
  id: string,
): Promise<LogEntry | undefined> {
  const row = await db
    .selectFrom('command')
    .select('entry')
    .where('province', '=', province)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && (JSON.parse(row.entry) as LogEntry);
}

/** Id of the assessment of a subject in a year that goes on. */
export async function openAssessmentOf(
  db: Kysely<Tables>,
  province: string,
  subject: string,
  cycle: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('record')
    .select('id')
    .where('province', '=', province)
    .where('type', '=', 'assessment')
    .where('parent', '=', subject)
    .where('cycle', '=', cycle)
    .where('open', '=', true)
    .executeTakeFirst();
  return row?.id;
}
