import type { RegisterRow } from '../../domain/area/area-query.schema.js';
import { registerOrders } from '../../domain/area/register-order.js';
import type { RegisterFilter } from './register.types.js';

/** Rows that stand by their names in another order, as the back end would give them. */
export function inOrder(
  rows: readonly RegisterRow[],
  { sort, descending }: Pick<RegisterFilter, 'sort' | 'descending'>,
): readonly RegisterRow[] {
  const keyed = sort === 'name' ? [...rows] : sorted(rows, registerOrders[sort]);
  return descending ? keyed.reverse() : keyed;
}

function sorted(rows: readonly RegisterRow[], order: (row: RegisterRow) => string): RegisterRow[] {
  const keyed = rows.map((row, at) => ({ row, at, key: order(row) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at)).map(({ row }) => row);
}
