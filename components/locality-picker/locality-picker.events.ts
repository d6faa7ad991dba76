import type { Locality } from '../../src/domain/locality/locality.schema.js';

/** The person chose a place, or cleared the choice. */
export class HtsdChooseEvent extends Event {
  constructor(
    /** Key of the place, `code@from`; empty where the choice was cleared. */
    readonly value: string,
    /** The place itself. */
    readonly place: Locality | undefined,
    /** The former place by whose name it was found. */
    readonly former: Locality | undefined,
  ) {
    super('htsd-choose', { bubbles: true, composed: true });
  }
}

/** The person wants the list of places loaded again. */
export class HtsdRetryEvent extends Event {
  constructor() {
    super('htsd-retry', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'htsd-choose': HtsdChooseEvent;
    'htsd-retry': HtsdRetryEvent;
  }
}
