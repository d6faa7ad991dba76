import type { Actor } from '../../domain/actor.schema.js';
import type { Evidence } from '../../domain/answer.schema.js';
import type { CommandOf } from '../../domain/command.schema.js';
import type { Fund } from '../../domain/fund/fund.schema.js';
import type { Pending } from '../../domain/fund/posting.schema.js';
import type { Round } from '../../domain/fund/round.schema.js';
import type { Rejection } from '../../domain/reader.types.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import type { Problem, SaveState, SubmitState } from '../view.types.js';
import type { FundKind, Waiting, WaitingKind } from './waiting.types.js';
import type { FundLedger } from './fund-ledger.js';

/** What was recorded a moment ago. */
export type Recorded =
  | { readonly what: 'entry'; readonly no: number }
  /** It waits for a second person. */
  | { readonly what: 'pending'; readonly id: string };

/** Everything that the desk of a fund is drawn from. Frozen; a new object per change. */
export interface FundDeskView {
  readonly fund: Fund;
  /** What waits for a second person, and what was decided; the newest first. */
  readonly pending: readonly Pending[];
  readonly rounds: readonly Round[];
  /** Grows with every change of the ledger, whose rows are the session's `ledger`. */
  readonly revision: number;
  /** Half-typed forms by name. */
  readonly typed: Readonly<Record<string, object>>;
  /** Lines that were entered and are not confirmed, the oldest first. */
  readonly outbox: readonly Waiting[];
  readonly save: SaveState;
  /** Of the lines that wait. */
  readonly sync: SubmitState;
  /** Of everything that is done by a button. */
  readonly act: SubmitState;
  readonly recorded?: Recorded;
  /** What changed could not be read again: what is shown is from before. */
  readonly late?: boolean;
  /** Somebody erased a name that the list and its search still hold: the fund is to be read anew. */
  readonly erased?: boolean;
  /** Something that was kept on this device could not be read. */
  readonly damaged?: boolean;
}

/** What became of an act. A failure and a refusal stand in `act`, too, for the sentence. */
export type Acted =
  | { readonly status: 'done'; readonly record: string; readonly receipt: Receipt }
  | { readonly status: 'rejected'; readonly rejection: Rejection }
  | { readonly status: 'conflict' }
  | { readonly status: 'failed'; readonly problem: Problem };

/** An act that a person wants. */
export interface Wish<K extends FundKind> {
  readonly kind: K;
  /** The record that it is about with the version that the person saw; absent for a new one. */
  readonly about?: { readonly id: string; readonly version: number };
  /** What the person typed: the same again repeats an unanswered command instead of making another one. */
  readonly typed: unknown;
  /** Makes the payload with its salts and new ids. */
  readonly payload: () => CommandOf<K>['payload'];
  /** False for what is too big to be kept for repeating. */
  readonly keep?: boolean;
  /** The person may end it. */
  readonly signal?: AbortSignal;
  /** Hears which share is decided; with 1 it can no longer be ended. */
  readonly progress?: (share: number) => void;
}

/** One person at the books of one fund. Knows no DOM element. */
export interface FundSession {
  readonly actor: Actor;
  readonly ledger: FundLedger;
  /** Today on a calendar in Viet Nam. */
  readonly today: string;
  /** The instant of the last entry, where this device's clock says an earlier one; it may be wrong. */
  readonly clockBehind: string | undefined;
  getState(): FundDeskView;
  /** Calls back after every change, at most once a microtask; answers the function that ends it. */
  subscribe(listener: () => void): () => void;
  /** Whether the person may do it to this fund at all. */
  may(kind: FundKind): boolean;
  /** Keeps what is typed in a form; undefined once it is done with. */
  type(form: string, typed: object | undefined): void;
  /** Enters a line: it is kept here first, then sent; `form` comes back where it is refused. */
  enter<K extends WaitingKind>(kind: K, payload: CommandOf<K>['payload'], form: object): void;
  /** Takes a line out that was refused, or not sent yet; answers what was typed. */
  takeBack(id: string): object | undefined;
  /** Sends what waits, now. */
  resend(): Promise<void>;
  act<K extends FundKind>(wish: Wish<K>): Promise<Acted>;
  /** Takes the sentence of the last act away. */
  settle(): void;
  /** Reads the fund, its ledger and what waits again. Errors: those of the queries. */
  refresh(): Promise<void>;
  /**
   * Reads the private part of an entry again that was changed. False where it could not be read; then it is on the next
   * chance, and until then `ledger.isStale` says so.
   */
  reread(no: number): Promise<boolean>;
  /** Makes evidence of files; each that cannot be one is told by its problem. */
  takeIn(files: readonly File[]): Promise<(Evidence | { name: string; problem: Problem })[]>;
  openFile(evidence: Extract<Evidence, { kind: 'file' }>): Promise<Blob>;
  newId(): string;
  newSalt(): string;
  flush(): Promise<void>;
  dispose(): void;
}
