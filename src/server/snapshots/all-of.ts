import { HtsdError } from '../../backend/errors.js';
import type { QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import type { Desk } from '../backend-of.js';

/** Pages of a list that are read; a province's has fewer. */
const most = 10_000;

/** All items of a list, page by page. Errors: those of the query; too-large. */
export async function allOf<Q extends QueryName>(
  desk: Desk,
  name: Q,
  params: QueryParams<Q>,
  signal: AbortSignal,
): Promise<QueryItem<Q>[]> {
  const found: QueryItem<Q>[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < most; page += 1) {
    const asked = { ...params, ...(cursor !== undefined && { cursor }) };
    const { items, next } = await desk.query(name, asked, signal);
    found.push(...items);
    if (next === undefined) return found;
    cursor = next;
  }
  throw new HtsdError('too-large');
}
