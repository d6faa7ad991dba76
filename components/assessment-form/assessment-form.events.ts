import type { Submission } from '../../src/domain/assessment.schema.js';

const init = { bubbles: true, composed: true };

/** The person is about to register a subject for a year. Cancel it to take over. */
export class HtsdRegisterEvent extends Event {
  constructor(readonly cycle: string) {
    super('htsd-register', { ...init, cancelable: true });
  }
}

/** The person confirmed that he wants to submit. Cancel it to keep the assessment a draft. */
export class HtsdSubmitEvent extends Event {
  constructor(readonly assessment: string) {
    super('htsd-submit', { ...init, cancelable: true });
  }
}

/** The submission was taken in; `submission.receipt` is the number to quote, empty while it waits on this device. */
export class HtsdSubmittedEvent extends Event {
  constructor(
    readonly assessment: string,
    readonly submission: Submission,
  ) {
    super('htsd-submitted', init);
  }
}

/** The person is about to take his submission back. Cancel it to keep it submitted. */
export class HtsdWithdrawEvent extends Event {
  constructor(readonly assessment: string) {
    super('htsd-withdraw', { ...init, cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-register': HtsdRegisterEvent;
    'htsd-submit': HtsdSubmitEvent;
    'htsd-submitted': HtsdSubmittedEvent;
    'htsd-withdraw': HtsdWithdrawEvent;
  }
}
