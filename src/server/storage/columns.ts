import { isOpen } from '../../domain/assessment-phase.js';
import type { StoredRecord } from '../../domain/receipt.schema.js';
import { recordKey, recordVersion } from '../../backend/record-store.js';
import type { RecordTable } from './tables.js';

/** What may be asked of a record in SQL, beside its key. */
export type Columns = Omit<RecordTable, 'province'>;

/** The columns of a record, and the record itself as JSON. */
export function columnsOf(record: StoredRecord): Columns {
  const { type, value } = record;
  const none = { parent: '', owner: '', subject: '', cycle: '', open: false };
  const key = { type, id: recordKey(record), version: recordVersion(record), value: JSON.stringify(value) };
  switch (type) {
    case 'subject':
      return { ...none, ...key, owner: value.owner, subject: value.id };
    case 'assessment': {
      const { owner, subjectId, cycle, state } = value;
      return { ...none, ...key, owner, subject: subjectId, parent: subjectId, cycle, open: isOpen(state) };
    }
    case 'consent':
      return { ...none, ...key, subject: value.subjectId, parent: value.subjectId };
    case 'recognition':
      return { ...none, ...key, owner: value.owner, subject: value.subjectId, parent: value.subjectId };
    case 'row':
    case 'fund':
      return { ...none, ...key, owner: value.owner, subject: value.id };
    case 'round':
    case 'pending':
      return { ...none, ...key, subject: value.fund, parent: value.fund };
    case 'award':
      return { ...none, ...key, subject: value.fund, parent: value.round };
    case 'entry':
    case 'entry-secret':
      return { ...none, ...key, subject: value.fund };
    case 'figure':
      return { ...none, ...key, parent: value.indicator };
    case 'activity':
      return { ...none, ...key, owner: value.owner };
    default:
      return { ...none, ...key };
  }
}

/** A sort key as the database can keep it: it takes no NUL, and what stands for it sorts as early. */
export const storedSort = (key: string): string => key.replaceAll('\u0000', '\u0001');
