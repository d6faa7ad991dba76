import type { CommandKind, CommandOf } from '../../domain/command.schema.js';
import type { Rejection } from '../../domain/reader.types.js';

/** Kinds of commands about a fund. */
export type FundKind = Extract<CommandKind, `${'fund' | 'round' | 'award'}.${string}`>;

/** Acts that wait on this device until they can be sent, so that a treasurer writes on without network. */
export type WaitingKind = 'fund.record' | 'fund.transfer';

/** One line that was entered and that the back end has not confirmed. */
export interface Waiting {
  /** Sent as it is, as often as it takes. */
  readonly command: CommandOf<WaitingKind>;
  /** ISO instant at which the person entered it; shown, never compared. */
  readonly at: string;
  /** What was typed: a line that was refused comes back as it was. */
  readonly form: object;
  /** Why it was refused; it waits for the person then. */
  readonly rejection?: Rejection;
}

/** An act that was sent and not answered: repeated as it was, also after a reload, so that it counts once. */
export interface Unanswered {
  /** What the person wanted, as text: another wish is another act. */
  readonly wish: string;
  readonly command: CommandOf<FundKind>;
}
