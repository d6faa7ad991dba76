import { HtsdError } from './errors.js';

const defaultLimit = 50;
const maxLimit = 200;

export interface Paging {
  cursor?: string | undefined;
  limit?: number | undefined;
  subject?: string | undefined;
}

/** A query's parameter that cannot be. */
export function invalid(field: string): HtsdError {
  return new HtsdError('invalid', { params: { field } });
}

/** How many items a page holds. Errors: invalid. */
export function limitOf({ limit = defaultLimit }: { limit?: number | undefined }, most = maxLimit): number {
  if (!Number.isInteger(limit) || limit < 1) throw invalid('limit');
  return Math.min(limit, most);
}
