/** The person opens a part of the place that is shown. Cancel it to open the part in the page's own way. */
export class HtsdOpenPartEvent extends Event {
  constructor(
    /** The part, as `code@from`. */
    readonly locality: string,
    /** Id of the indicator. */
    readonly indicator: string,
  ) {
    super('htsd-open-part', { bubbles: true, composed: true, cancelable: true });
  }
}

/** The person opens one indicator of the scorecard. Cancel it to open it in the page's own way. */
export class HtsdOpenIndicatorEvent extends Event {
  constructor(
    /** Id of the indicator. */
    readonly indicator: string,
    /** The place, as `code@from`. */
    readonly locality: string,
  ) {
    super('htsd-open-indicator', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-open-part': HtsdOpenPartEvent;
    'htsd-open-indicator': HtsdOpenIndicatorEvent;
  }
}
