import type { Kysely } from 'kysely';
import type { Change } from '../../backend/record-store.js';
import type { Event } from '../webhooks/event.js';
import type { Tables } from './tables.js';

/** What a batch asks about what is to be told outside. */
export interface Outgoing {
  /** The province of which something is told. */
  province: string;
  /** What there is to tell of a change, as far as anybody wants to hear it. */
  of(change: Pick<Change, 'entry' | 'writes'>): Event[];
  /**
   * Makes ready to tell it: what is answered puts it in, in the transaction that writes the changes. Whatever else has to be
   * asked of the database is asked before, so that no connection waits for another.
   */
  prepare(events: readonly Event[]): Promise<(db: Kysely<Tables>) => Promise<void>>;
  /** It was written. */
  written(): void;
}
