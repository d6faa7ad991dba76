import type { RegisterParams, RowState } from './area-query.schema.js';
import type { RowGlance } from './register-entry.js';
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

/** What of a row is looked at. */
type Sorted = Omit<RowGlance, 'score'> & { readonly score?: number | undefined };

/** Names of places as they are sorted: many rows name the same one. */
const placeKeys = new Map<string, string>();
const mostPlaceKeys = 5_000;

function placeKey(name: string): string {
  const known = placeKeys.get(name);
  if (known !== undefined) return known;
  if (placeKeys.size >= mostPlaceKeys) placeKeys.clear();
  const key = searchable(name);
  placeKeys.set(name, key);
  return key;
}

/** What rows of the register are compared by, as text; where it is equal, the order by name stays. */
export const registerOrders: Readonly<Record<NonNullable<RegisterParams['sort']>, (row: Sorted) => string>> =
  {
    name: () => '',
    place: ({ place }) => placeKey(place.name),
    // Points have two decimals; who has none stands before zero.
    score: ({ score }) => (score === undefined ? '' : String(Math.round(score * 100)).padStart(12, '0')),
    state: ({ state }) => String(rowStates.indexOf(state)).padStart(2, '0'),
    updated: ({ updatedAt }) => updatedAt,
  };
