import type { RegisterRow, RowState } from '../../domain/area/area-query.schema.js';
import { searchable } from '../../domain/area/searchable.js';
import type { RegisterFilter } from './register.types.js';

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

/** By what rows are compared; where it is equal the order by name stays. */
const orders = {
  name: () => '',
  place: ({ place }: RegisterRow) => searchable(place.name),
  score: ({ score }: RegisterRow) => score ?? -1,
  state: ({ state }: RegisterRow) => rowStates.indexOf(state),
  updated: ({ updatedAt }: RegisterRow) => updatedAt,
} as const;

/** Rows that stand by their names in another order, as the back end would give them. */
export function inOrder(
  rows: readonly RegisterRow[],
  { sort, descending }: Pick<RegisterFilter, 'sort' | 'descending'>,
): readonly RegisterRow[] {
  const order: (row: RegisterRow) => string | number = orders[sort];
  const keyed = sort === 'name' ? [...rows] : sorted(rows, order);
  return descending ? keyed.reverse() : keyed;
}

function sorted(rows: readonly RegisterRow[], order: (row: RegisterRow) => string | number): RegisterRow[] {
  const keyed = rows.map((row, at) => ({ row, at, key: order(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at)).map(({ row }) => row);
}
