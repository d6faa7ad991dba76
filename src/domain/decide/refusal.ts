import type { Decision, Rejection } from '../reader.types.js';
import type { RejectionCode, StoredRecord } from '../receipt.schema.js';

/** Ends a decision early; `decide` turns it into its answer. It never leaves the domain. */
export class Refusal extends Error {
  readonly decision: Decision;

  constructor(decision: Decision) {
    super(decision.status);
    this.decision = decision;
  }
}

/** The command is not applied. `path`: field names or criterion ids. */
export function refuse(code: RejectionCode, path?: readonly string[], params?: Rejection['params']): never {
  const rejection: Rejection = { code, ...(path && { path: [...path] }), ...(params && { params }) };
  throw new Refusal({ status: 'rejected', rejection });
}

/** Somebody changed the record since the person looked at it. */
export function conflict(current: StoredRecord): never {
  throw new Refusal({ status: 'conflict', current });
}
