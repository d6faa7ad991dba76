import type { RegisterParams, RegisterRow, RowState } from './area-query.schema.js';
import { searchable } from './searchable.js';

/** How far a subject is, in the order of the year. */
export const rowStates: readonly RowState[] = [
  'none',
  'registered',
  'draft',
  'returned',
  'submitted',
  'in-review',
  'verified',
  'recognised',
  'not-recognised',
  'expired',
  'revoked',
];

/** What rows of the register are compared by, as text; where it is equal, the order by name stays. */
export const registerOrders: Readonly<
  Record<NonNullable<RegisterParams['sort']>, (row: RegisterRow) => string>
> = {
  name: () => '',
  place: ({ place }) => searchable(place.name),
  // Points have two decimals; who has none stands before zero.
  score: ({ score }) => (score === undefined ? '' : String(Math.round(score * 100)).padStart(12, '0')),
  state: ({ state }) => String(rowStates.indexOf(state)).padStart(2, '0'),
  updated: ({ updatedAt }) => updatedAt,
};
