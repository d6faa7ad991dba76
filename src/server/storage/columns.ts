import { isOpen } from '../../domain/assessment-phase.js';
import type { StoredRecord } from '../../domain/receipt.schema.js';
import { recordKey, recordVersion } from '../../backend/record-store.js';
import type { RecordTable } from './tables.js';

/** What may be asked of a record in SQL, beside its key. */
export type Columns = Omit<RecordTable, 'province'>;

/**
 * What lists of assessments and titles are narrowed by, one word after the other. The type is the first of them, so that the index
 * of these needs no other column, and no other index has what is asked for.
 */
export const listedAs = (
  type: 'assessment' | 'recognition',
  { state, model, cycle }: Record<'state' | 'model' | 'cycle', string>,
): string => `${type} ${state} ${model} ${cycle}`;

/** The columns of a record, and the record itself as JSON. */
export function columnsOf(record: StoredRecord): Columns {
  const { type, value } = record;
  const columns: Columns = {
    type,
    id: recordKey(record),
    version: recordVersion(record),
    parent: '',
    owner: '',
    subject: '',
    cycle: '',
    open: false,
    listed: '',
    value: JSON.stringify(value),
  };
  switch (type) {
    case 'subject':
    case 'row':
    case 'fund':
      columns.owner = value.owner;
      columns.subject = value.id;
      break;
    case 'assessment':
      columns.owner = value.owner;
      columns.subject = value.subjectId;
      columns.parent = value.subjectId;
      columns.cycle = value.cycle;
      columns.open = isOpen(value.state);
      columns.listed = listedAs(type, value);
      break;
    case 'recognition':
      columns.owner = value.owner;
      columns.subject = value.subjectId;
      columns.parent = value.subjectId;
      columns.listed = listedAs(type, value);
      break;
    case 'consent':
      columns.subject = value.subjectId;
      columns.parent = value.subjectId;
      break;
    case 'round':
    case 'pending':
      columns.subject = value.fund;
      columns.parent = value.fund;
      break;
    case 'award':
      columns.subject = value.fund;
      columns.parent = value.round;
      break;
    case 'entry':
    case 'entry-secret':
      columns.subject = value.fund;
      break;
    case 'figure':
      columns.parent = value.indicator;
      break;
    case 'activity':
      columns.owner = value.owner;
      break;
    default:
  }
  return columns;
}

/** A sort key as the database can keep it: it takes no NUL, and what stands for it sorts as early. */
export const storedSort = (key: string): string => key.replaceAll('\u0000', '\u0001');
