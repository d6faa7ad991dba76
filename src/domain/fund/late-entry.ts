import { dateInVietnam } from '../civil-date.js';
import type { Entry } from './entry.schema.js';

const dayMs = 86_400_000;

/** How many days after its date an entry was recorded, by the calendar in Viet Nam. */
export function daysLate({ date, recordedAt }: Pick<Entry, 'date' | 'recordedAt'>): number {
  return Math.round((Date.parse(dateInVietnam(recordedAt)) - Date.parse(date)) / dayMs);
}

/** Recorded more days after its date than the fund allows. */
export function isLate(entry: Pick<Entry, 'date' | 'recordedAt'>, lateAfterDays: number): boolean {
  return daysLate(entry) > lateAfterDays;
}
