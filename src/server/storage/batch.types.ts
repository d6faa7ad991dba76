import type { AtHand, Kept } from './at-hand.js';
import type { Outgoing } from './outgoing.js';
import type { Run } from './sql-reader.js';

/** Criteria sets by their keys; undefined: there is none. */
export type Criteria = Map<string, Kept | undefined>;

/** Whether, and how, what was decided is written. */
export interface BatchOptions {
  run: Run;
  /** Runs the work in one transaction. */
  together: Run;
  province: string;
  /** Criteria sets that were read: what is published never changes. Those that come along are not in the database. */
  criteria: Criteria;
  comesAlong: (criteria: string) => Promise<boolean>;
  /** `each`: with its decision, as somebody may have been faster; `together`: by `write`, after the last of them. */
  when: 'each' | 'together';
  /** Records that were seen a moment ago, of all provinces. */
  hand: AtHand;
  /** What is to be told outside of what is written; absent: nothing. */
  outgoing?: Outgoing | undefined;
  /**
   * Decides on what is at hand, and takes what a command makes for new: what comes to be applied holds if it can be written,
   * anything else has to be decided anew.
   */
  trusting?: boolean | undefined;
}
