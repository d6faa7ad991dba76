import type { Recognition } from './recognition.schema.js';

/**
 * The recognition's standing on a day (`2026-12-31` in Viet Nam): that it has expired follows from its dates, and that it
 * does not hold yet, because a decision may be dated ahead.
 */
export function standing(
  { state, validFrom, validUntil }: Pick<Recognition, 'state' | 'validFrom' | 'validUntil'>,
  today: string,
): 'valid' | 'coming' | 'expired' | 'revoked' {
  if (state === 'revoked') return 'revoked';
  if (today < validFrom) return 'coming';
  return today <= validUntil ? 'valid' : 'expired';
}
