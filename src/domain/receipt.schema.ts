import { z } from './zod.js';
import { Assessment } from './assessment.schema.js';
import { Consent } from './consent.schema.js';
import { CriteriaSet } from './criteria-set.schema.js';
import { DecisionRecord, Recognition, StatusCounter } from './recognition.schema.js';
import { Subject } from './subject.schema.js';
import { RecordId } from './text.schema.js';

/** Every kind of record that a command can write. */
export const StoredRecord = z.discriminatedUnion('type', [
  z.object({ type: z.literal('subject'), value: Subject }),
  z.object({ type: z.literal('assessment'), value: Assessment }),
  z.object({ type: z.literal('consent'), value: Consent }),
  z.object({ type: z.literal('recognition'), value: Recognition }),
  z.object({ type: z.literal('decision'), value: DecisionRecord }),
  /** One per tenant; nobody asks for it. */
  z.object({ type: z.literal('counter'), value: StatusCounter }),
  /** Stored under `id@version`; immutable. */
  z.object({ type: z.literal('criteria'), value: CriteriaSet }),
]);
export type StoredRecord = z.infer<typeof StoredRecord>;
export type RecordType = StoredRecord['type'];
export type RecordOf<T extends RecordType> = Extract<StoredRecord, { type: T }>['value'];

/** Why a command was not applied. A closed list; the sentence comes from the dictionary. */
export const RejectionCode = z.enum([
  'forbidden',
  'not-found',
  'own-assessment',
  'wrong-state',
  'already-exists',
  'closed',
  'criteria-unknown',
  'criteria-not-applicable',
  'criteria-invalid',
  'criterion-unknown',
  'incomplete',
  'members-missing',
  'invalid',
  'id-reused',
]);
export type RejectionCode = z.infer<typeof RejectionCode>;

const WrittenRecord = z.object({ type: z.string(), id: RecordId, version: z.number() });
const applied = { id: RecordId, records: z.array(WrittenRecord) };

/** What became of one command. Sending it again gives `duplicate` with the same records. */
export const Receipt = z.discriminatedUnion('status', [
  z.object({ ...applied, status: z.literal('applied') }),
  z.object({ ...applied, status: z.literal('duplicate') }),
  z.object({
    id: RecordId,
    status: z.literal('rejected'),
    code: RejectionCode,
    /** Where: criterion ids, field names. */
    path: z.optional(z.array(z.string())),
    params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
  }),
  /** Somebody else was first; `current` is the record as it stands now. */
  z.object({ id: RecordId, status: z.literal('conflict'), current: StoredRecord }),
]);
export type Receipt = z.infer<typeof Receipt>;
