import type { Recognition } from './recognition.schema.js';

/** The recognition's standing on a day (`2026-12-31` in Viet Nam): that it has expired follows from its date. */
export function standing(
  { state, validUntil }: Pick<Recognition, 'state' | 'validUntil'>,
  today: string,
): 'valid' | 'expired' | 'revoked' {
  if (state === 'revoked') return 'revoked';
  return today <= validUntil ? 'valid' : 'expired';
}
