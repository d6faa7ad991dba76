/** The person had the ledger checked. */
export class HtsdFundCheckedEvent extends Event {
  constructor(
    /** Id of the fund. */
    readonly fund: string,
    /** Every hash and every sum agrees. */
    readonly sound: boolean,
  ) {
    super('htsd-fund-checked', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-fund-checked': HtsdFundCheckedEvent;
  }
}
