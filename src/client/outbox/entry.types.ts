import type { ErrorCode } from '../../backend/errors.js';
import type { Answers } from '../../domain/answer.schema.js';
import type { Command } from '../../domain/command.schema.js';
import type { RejectionCode, StoredRecord } from '../../domain/receipt.schema.js';

/**
 * Why a command waits for a person: what the back end answered, or that it cannot be read here. `failing`: the back end
 * breaks down over it while others get through; it is tried again by itself all the same.
 */
export interface Trouble {
  code: ErrorCode | RejectionCode | 'damaged' | 'failing';
  path?: string[] | undefined;
  params?: Record<string, string | number> | undefined;
  /** Of a conflict: the record as the back end has it. */
  current?: StoredRecord | undefined;
}

/** A command that the back end may not have yet, as it lies in the database. */
export interface Entry {
  /** Version of this shape. */
  format: 1;
  /** Place in the queue. Instants are shown, never compared: clocks jump. */
  seq: number;
  /** Whose it is: `<tenant>/<actor>`. Nobody else sees or sends it. */
  owner: string;
  command: Command;
  /** How many steps its payload has gone that lead from one release's shape to the next; absent: none (`payload-upgrades`). */
  shape?: number | undefined;
  /** Its payload was brought to a newer shape when the back end might have had it in the older one already. */
  rewritten?: true | undefined;
  /** Version that the record has afterwards, as it was decided here. */
  makes: number;
  /** Records with earlier waiting commands that this one rests on, beside its own. */
  after: string[];
  /** Of an answer: what stood there before, by criterion. */
  before?: Answers | undefined;
  /** Whom it is about, in words. */
  about: string;
  /** ISO instant at which the person did it. */
  at: string;
  /** It may have reached the back end: from now on it goes out as it is. */
  tried: boolean;
  /** How much the versions of its record moved since it was made; counts where it is made anew. */
  shift: number;
  /** Ids of later commands that were taken into this one before it was sent. */
  covers: string[];
  trouble?: Trouble | undefined;
  /** The back end answered it with a failure of its own when it came alone. */
  failed?: Failed | undefined;
}

/** `times`: attempts, one after the other. `others`: something else got through in the same while. */
export interface Failed {
  times: number;
  others: boolean;
}

/** What lies in the database and is not an entry. It stays, to be looked at and exported. */
export interface DamagedEntry {
  seq: number;
  owner: string;
  raw: unknown;
}

/** A command that arrived, kept for a while to be looked at. */
export interface SentEntry {
  seq: number;
  id: string;
  kind: string;
  record: string;
  about: string;
  at: string;
  /** ISO instant at which the answer came. */
  sentAt: string;
  /** Of a submission: the number that the person can quote, as the back end gave it. */
  receipt?: string | undefined;
}
