/** The person wants to open an assessment. Cancel it to keep the page where it is. */
export class HtsdOpenAssessmentEvent extends Event {
  constructor(
    /** Id of the assessment. */
    readonly assessment: string,
    /** Id of the subject that it is about. */
    readonly subject: string,
    /** The year. */
    readonly cycle: string,
  ) {
    super('htsd-open-assessment', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-open-assessment': HtsdOpenAssessmentEvent;
  }
}
