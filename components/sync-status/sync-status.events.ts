/** The person wants to see or change the record that something waits for: the page leads there. */
export class HtsdOpenRecordEvent extends Event {
  constructor(
    /** Id of the record. */
    readonly record: string,
    /** Kind of what waits, e.g. `assessment.answer`. */
    readonly kind: string,
  ) {
    super('htsd-open-record', { bubbles: true, composed: true });
  }
}

/** The person is about to delete what was not sent; he has confirmed it. Cancel it to keep it. */
export class HtsdDiscardEvent extends Event {
  constructor(
    /** Id of the record. */
    readonly record: string,
    /** Kind of what waits. */
    readonly kind: string,
    /** How many others rest on it, and go with it. */
    readonly resting: number,
  ) {
    super('htsd-discard', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-open-record': HtsdOpenRecordEvent;
    'htsd-discard': HtsdDiscardEvent;
  }
}
