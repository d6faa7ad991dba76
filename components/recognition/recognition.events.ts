/** What the signer decides. */
export type RecognitionAct = 'grant' | 'refuse' | 'revoke';

/** The signer is about to grant, refuse or revoke. Cancel it to leave everything as it is. */
export class HtsdDecideEvent extends Event {
  constructor(
    readonly act: RecognitionAct,
    /** Ids of the assessments; of a title that is revoked its own id, which is the same. */
    readonly about: readonly string[],
  ) {
    super('htsd-decide', { bubbles: true, composed: true, cancelable: true });
  }
}

/** It was granted, refused or revoked. */
export class HtsdDecidedEvent extends Event {
  constructor(
    readonly act: RecognitionAct,
    readonly about: readonly string[],
    /** Id of the decision that granted them. */
    readonly decision?: string,
  ) {
    super('htsd-decided', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-decide': HtsdDecideEvent;
    'htsd-decided': HtsdDecidedEvent;
  }
}
