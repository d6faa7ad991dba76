/** Something failed that a page may want to log. The component shows its own sentence to the person. */
export class HtsdErrorEvent extends Event {
  static readonly type = 'htsd-error';
  constructor(readonly error: unknown) {
    super(HtsdErrorEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-error': HtsdErrorEvent;
  }
}
