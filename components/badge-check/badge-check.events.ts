import type { Answer } from '../../src/credential/verify.js';
import type { CheckReason } from './outcome.types.js';

/** A badge that a person handed in was checked. */
export class HtsdCheckedEvent extends Event {
  constructor(
    readonly answer: Answer,
    readonly reason: CheckReason,
    /** Made by an issuer of demonstrations. */
    readonly demo: boolean,
  ) {
    super('htsd-checked', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-checked': HtsdCheckedEvent;
  }
}
