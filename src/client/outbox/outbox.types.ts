import type { Backend } from '../../backend/port.js';
import type { Assessment } from '../../domain/assessment.schema.js';
import type { CriteriaSet } from '../../domain/criteria-set.schema.js';
import type { Conflict, Problem } from '../view.types.js';
import type { Entry, SentEntry, Trouble } from './entry.types.js';

/** What a person is told at a glance. */
export interface OutboxView {
  /**
   * `idle`: nothing waits. `waiting`: it goes out by itself before long. `sending`: now. `offline`: no network, or no answer.
   * `sign-in`: it goes out once the person has signed in.
   */
  readonly status: 'idle' | 'waiting' | 'sending' | 'offline' | 'sign-in';
  /** Commands that wait, those that need a person left out. */
  readonly waiting: number;
  /** While sending: how many of how many have arrived. */
  readonly sent: number;
  readonly of: number;
  /** Commands that need a person. */
  readonly stuck: number;
  /** Why the last attempt failed. */
  readonly problem?: Problem | undefined;
  /** ISO instant at which the oldest command that waits was made. */
  readonly oldest?: string | undefined;
  /** False where the browser would not promise to keep what waits; undefined until asked. */
  readonly persisted?: boolean | undefined;
  /** Grows with every change. */
  readonly revision: number;
}

/** One command as the list shows it. */
export interface OutboxItem {
  readonly seq: number;
  readonly kind: string;
  /** Id of the record. */
  readonly record: string;
  readonly about: string;
  readonly at: string;
  readonly state: 'waiting' | 'stuck' | 'behind' | 'sent';
  readonly trouble?: Trouble | undefined;
  /** `behind`: what holds it up. */
  readonly behind?: Pick<OutboxItem, 'seq' | 'kind' | 'about'> | undefined;
  /** How many others rest on it, and go with it. */
  readonly resting: number;
  readonly receipt?: string | undefined;
  readonly sentAt?: string | undefined;
}

/** What two sides made of one assessment. */
export interface OutboxConflict {
  readonly seq: number;
  readonly about: string;
  readonly theirs: Assessment;
  /** The set, where it is on this device: names of criteria. */
  readonly set?: CriteriaSet | undefined;
  readonly criteria: readonly Conflict[];
}

/** What came of a file that was brought. */
export interface Imported {
  added: number;
  /** Commands that were here already. */
  known: number;
}

/** What waits to be sent, of who is signed in. */
export interface Outbox {
  getState(): OutboxView;
  subscribe(listener: () => void): () => void;
  /** What waits or needs a person, in order, then what arrived lately; `max` (default 200) of each. */
  items(max?: number): Promise<OutboxItem[]>;
  /** Whether something about a record waits here, as far as this page knows. */
  waitsFor(record: string): 'waiting' | 'stuck' | undefined;
  /** Sends now. Resolves when what could be sent was; never rejects: the view tells how it went. */
  send(): Promise<void>;
  /** Lets a command that needs a person go out again; after a conflict on the version that is there now. */
  retry(seq: number): Promise<void>;
  /** Takes a command away, with everything that rests on it. */
  remove(seq: number): Promise<void>;
  /** The two sides of a conflict over an assessment's answers; undefined where there is none. */
  conflict(seq: number): Promise<OutboxConflict | undefined>;
  /**
   * Ends a conflict: what is `mine` goes out as a new command, what is `theirs` stays as it is there. `seen`: the version of
   * theirs that was chosen from. False, and nothing is done, where the conflict is over or is with another version by now:
   * another tab was faster.
   */
  resolve(seq: number, choices: Readonly<Record<string, 'mine' | 'theirs'>>, seen?: number): Promise<boolean>;
  /** What is unsent as a file for another device, with the evidence that only this device has. */
  exportFile(): Promise<Blob>;
  /**
   * Takes in such a file, all of it or nothing. Errors: `invalid` with `reason`: `not-a-file`, `newer-file`, `damaged-file`;
   * `forbidden` with `reason: other-person` and his `name`; `quota` where it does not fit on this device.
   */
  importFile(file: Blob): Promise<Imported>;
  /**
   * The person leaves this device. `keep`: what is unsent stays, and is seen and sent only when the same person signs in
   * again; `wipe`: it is lost. Records that were read and what was sent are taken away in both cases; drafts stay, which only he sees.
   */
  signOut(options: { pending: 'keep' | 'wipe' }): Promise<void>;
}

/** A back end with a queue before it. */
export interface OutboxBackend extends Backend {
  readonly outbox: Outbox;
}

/** The queue before a back end; undefined where there is none. */
export const outboxOf = (backend: Backend): Outbox | undefined => (backend as Partial<OutboxBackend>).outbox;

export type { Entry, SentEntry, Trouble };
