import type { RecordOf, RecordType } from '../../domain/receipt.schema.js';
import { HtsdError } from '../errors.js';

/**
 * What the domain needs of a record that is there and not for this person, so that it is the domain that refuses, in its own
 * order and words. Nothing of the record itself is in it. `veil`: whose it is said to be. Errors: forbidden, for what is
 * refused without being looked at.
 */
export function veiled<T extends RecordType>(type: T, id: string, veil: string): RecordOf<T> {
  const common = {
    id,
    version: 0,
    model: 'unit',
    owner: veil,
    facts: {},
    createdAt: '',
    updatedAt: '',
  } as const;
  const subject: RecordOf<'subject'> = { ...common, name: '', place: { name: '' }, registrations: [] };
  const assessment: RecordOf<'assessment'> = {
    ...{ ...common, subjectId: veil, subjectName: '', cycle: '', criteria: { id: '', version: '' } },
    ...{ state: 'draft', answers: {}, submissions: [], comments: [], history: [] },
  };
  const known: Partial<Record<RecordType, unknown>> = { subject, assessment };
  if (!known[type]) throw new HtsdError('forbidden', { params: { reason: 'hidden' } });
  return known[type] as RecordOf<T>;
}
