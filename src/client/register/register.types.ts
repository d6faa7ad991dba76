import type { RegisterParams, RegisterRow, RowState } from '../../domain/area/area-query.schema.js';
import type { Model } from '../../domain/text.schema.js';
import type { Problem } from '../view.types.js';

/** What rows are put in order by. */
export type RegisterSort = NonNullable<RegisterParams['sort']>;

/** What of the register is shown. */
export interface RegisterFilter {
  readonly cycle: string;
  readonly text: string;
  readonly model?: Model | undefined;
  readonly state?: RowState | undefined;
  readonly sort: RegisterSort;
  readonly descending: boolean;
}

/** Everything that the list is shown from. Frozen; a new object per change. */
export interface RegisterView {
  readonly filter: RegisterFilter;
  /** In the order in which they are shown. */
  readonly rows: readonly RegisterRow[];
  /** Everything that fits is in `rows`. */
  readonly complete: boolean;
  /** How many rows stand before these, where the register is longer than what is kept in memory. */
  readonly before: number;
  /** There are rows after these that are read by turning the page. */
  readonly more: boolean;
  /** Rows are being read. */
  readonly busy: boolean;
  /** Instant at which the rows were read, where they are what this device kept because the back end is out of reach. */
  readonly keptAt?: string | undefined;
  /** Why rows could not be read; those that were read before are still shown. */
  readonly problem?: Problem | undefined;
}
