import { z } from './zod.js';
import type { AreaRecord } from './area/area-record.schema.js';
import { Assessment } from './assessment.schema.js';
import { Consent } from './consent.schema.js';
import { CriteriaSet } from './criteria-set.schema.js';
import type { FundRecord } from './fund/fund-record.schema.js';
import { DecisionRecord, Recognition, StatusCounter } from './recognition.schema.js';
import { Subject } from './subject.schema.js';
import { RecordId } from './text.schema.js';

/** Records of what is assessed. */
export const CoreRecord = z.discriminatedUnion('type', [
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

/** Every kind of record that a command can write. */
export type StoredRecord = z.infer<typeof CoreRecord> | FundRecord | AreaRecord;
/** Types of what is assessed, whose schemas every page that writes has at hand. */
export type CoreType = z.infer<typeof CoreRecord>['type'];
/** Types of what belongs to funds. */
export const FundType = z.enum(['fund', 'entry', 'entry-secret', 'pending', 'round', 'award']);
/** Types of what is entered about places, targets and figures. */
export const AreaType = z.enum(['places', 'target', 'figure', 'activity']);
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
  'not-competent',
  'invalid',
  'id-reused',
  /** An account would fall below zero; `path` names it. */
  'insufficient',
  /** Who recorded a payment cannot approve it. */
  'own-entry',
  /** Rows of an import; `path` is `rows`, then `<row>.<what>` for each that is wrong, rows counted from 1. */
  'rows',
]);
export type RejectionCode = z.infer<typeof RejectionCode>;

const WrittenRecord = z.object({
  type: z.string(),
  id: RecordId,
  version: z.number(),
  /** Of a run of entries, which are told together: the last one. */
  last: z.optional(RecordId),
});
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
  z.object({
    id: RecordId,
    status: z.literal('conflict'),
    current: z.union([
      CoreRecord,
      // Of a fund or an area: who needs the whole of it checks it by its own schema, which is loaded then.
      z.object({
        type: z.union([FundType, AreaType]),
        value: z.unknown(),
      }),
    ]),
  }),
]);
type Read = z.infer<typeof Receipt>;
export type Receipt =
  | Exclude<Read, { status: 'conflict' }>
  | { id: string; status: 'conflict'; current: StoredRecord };
