import { missingConsents } from '../consent.js';
import type { Award, AwardConsent, Recipient } from './round.schema.js';

/** Up to this age somebody is a child (Law on Children, under 16). */
const CHILD_UNTIL = 15;

/**
 * The recipient's age as far as consent depends on it, from his year of birth alone: a child where he may still be
 * one, and old enough to be asked where he may be. Undefined for adults.
 */
export function childAge(
  { born, adult }: Pick<Recipient, 'born' | 'adult'>,
  year: number,
): number | undefined {
  if (adult) return undefined;
  // Nothing known: a child who is to be asked, so that both must agree.
  if (born === undefined) return CHILD_UNTIL;
  const oldest = year - born;
  const youngest = oldest - 1;
  return youngest > CHILD_UNTIL ? undefined : Math.max(oldest, 0);
}

/** Who still has to agree before the recipient's name may stand in public, in a year. */
export function missingAwardConsents(
  { who, consents }: Pick<Award, 'who' | 'consents'>,
  year: number,
): AwardConsent['giver'][] {
  const given = consents.map((one) => ({
    purpose: 'publication' as const,
    giver: one.giver,
    givenAt: one.at,
    withdrawnAt: one.withdrawnAt,
  }));
  const age = childAge(who ?? {}, year);
  return missingConsents(given, 'publication', age === undefined ? {} : { childAge: age });
}
