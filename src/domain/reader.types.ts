import type { Actor } from './actor.schema.js';
import type { References } from './area/references.types.js';
import type { Registry } from './registry.schema.js';
import type { RecordOf, RecordType, StoredRecord } from './receipt.schema.js';

/** A promise only where it has to be looked for: what is at hand is mostly asked ten times for one command. */
export type Soon<T> = T | Promise<T>;

/** How a decision looks at the current records. Given by the adapter, inside its transaction. */
export type ReadRecord = <T extends RecordType>(type: T, id: string) => Soon<RecordOf<T> | undefined>;

/** Everything a decision may depend on: no clock, no randomness, no I/O of its own. */
export interface DecisionContext {
  actor: Actor | null;
  /** ISO instant. */
  now: string;
  read: ReadRecord;
  /**
   * The registry of competent bodies, where the operator keeps one. Absent, or undefined: whether a body may grant is not
   * asked here.
   */
  registry?: (() => Promise<Registry | undefined>) | undefined;
  /** Places, indicators and targets that come along, where the operator gives some. Absent: there are only those entered. */
  references?: (() => Promise<References | undefined>) | undefined;
  /** Ids of the open assessments of a subject in a cycle, for "already exists". */
  findAssessment(subjectId: string, cycle: string): Promise<RecordOf<'assessment'> | undefined>;
  /** Brings SHA-256 for ledgers: of a text's UTF-8 bytes, lower-case hexadecimal. */
  hasher(): Promise<(text: string) => string>;
  /**
   * Heard now and then in a long decision, with the share that is done: lets the page draw, and rejects with an
   * `AbortError` where the answer is no longer wanted. Absent: the decision is made in one go.
   */
  breathe?: ((share: number) => Promise<void>) | undefined;
}

/** Rejection as in a receipt. */
export interface Rejection {
  code: import('./receipt.schema.js').RejectionCode;
  path?: string[];
  params?: Record<string, string | number>;
}

/** What a command comes to. `writes` hold the new records with their new versions. */
export type Decision =
  | { status: 'applied'; writes: StoredRecord[] }
  | { status: 'rejected'; rejection: Rejection }
  | { status: 'conflict'; current: StoredRecord };
