/** The person changed the answer to a criterion. */
export class HtsdAnswerEvent extends Event {
  constructor(readonly criterion: string) {
    super('htsd-answer', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-answer': HtsdAnswerEvent;
  }
}
