import { toProblem } from '../problem.js';

/**
 * Where a ledger that is stored or was sent can no longer be read: the number of the first entry of that page, 0 where
 * the place is not known; undefined where the error is another one.
 */
export function ledgerDamage(error: unknown): number | undefined {
  const { params } = toProblem(error);
  const { reason, call, no } = params;
  const damaged = reason === 'damaged' || (reason === 'malformed' && String(call).endsWith('fund.ledger'));
  return damaged ? Number(no ?? 0) : undefined;
}
