/** The reviewer is about to give an assessment back or to verify it. Cancel it to keep it as it is. */
export class HtsdReviewEvent extends Event {
  constructor(
    /** Id of the assessment. */
    readonly assessment: string,
    readonly outcome: 'return' | 'verify',
  ) {
    super('htsd-review', { bubbles: true, composed: true, cancelable: true });
  }
}

/** An assessment was given back or verified. */
export class HtsdReviewedEvent extends Event {
  constructor(
    /** Id of the assessment. */
    readonly assessment: string,
    readonly outcome: 'return' | 'verify',
  ) {
    super('htsd-reviewed', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-review': HtsdReviewEvent;
    'htsd-reviewed': HtsdReviewedEvent;
  }
}
