import { sql, type Kysely } from 'kysely';
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

/**
 * Id of the assessment of a subject in a year that goes on. What the index of these is limited by stands in the text: whoever
 * writes has statements planned without their values, and would go through all assessments of the province.
 */
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
    .where(sql<boolean>`type = 'assessment' and open`)
    .where('parent', '=', subject)
    .where('cycle', '=', cycle)
    .executeTakeFirst();
  return row?.id;
}
