import { Assessment } from '../../domain/assessment.schema.js';
import { Consent } from '../../domain/consent.schema.js';
import { CriteriaSet } from '../../domain/criteria-set.schema.js';
import type { CoreType, RecordOf, RecordType } from '../../domain/receipt.schema.js';
import { DecisionRecord, Recognition, StatusCounter } from '../../domain/recognition.schema.js';
import { Subject } from '../../domain/subject.schema.js';

const schemas = {
  subject: Subject,
  assessment: Assessment,
  consent: Consent,
  criteria: CriteriaSet,
  recognition: Recognition,
  decision: DecisionRecord,
  counter: StatusCounter,
};

/**
 * What lies in the store, where it fits its schema. Answers the stored value itself and not the parsed one:
 * parsing drops fields that a newer version of the library may have added, and writing would lose them.
 */
export function fits<T extends RecordType>(type: T, raw: unknown): raw is RecordOf<T> {
  return type in schemas && schemas[type as CoreType].safeParse(raw).success;
}
