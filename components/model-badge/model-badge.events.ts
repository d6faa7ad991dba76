/** The person wants the badge checked. Cancel it to check in the host's own way instead of opening the page. */
export class HtsdVerifyEvent extends Event {
  constructor(
    /** Id of the recognition. */
    readonly recognition: string,
    /** Address of the page that checks, with the recognition's id as its hash. */
    readonly url: string,
  ) {
    super('htsd-verify', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-verify': HtsdVerifyEvent;
  }
}
