import type { Consent, ConsentPurpose } from './consent.schema.js';
import type { Model } from './text.schema.js';

/** What of a consent says whether it covers a purpose. */
export type GivenConsent = Pick<Consent, 'purpose' | 'giver' | 'givenAt' | 'withdrawnAt'>;

export interface ConsentQuestion {
  /** Age in full years where the subject is a child; absent for adults, and for families, clans and units. */
  childAge?: number;
  /** ISO instant for which to ask. Absent: now, so that anything withdrawn no longer counts. */
  at?: string;
}

/** From this age a child consents to publication together with the representative (Law 91/2025/QH15, art. 24). */
export const CHILD_CONSENT_AGE = 7;

/**
 * Whether one subject's records cover a purpose. `consents` are those of that subject alone. Each purpose stands by
 * itself, and no record means no.
 */
export function hasConsent(
  consents: readonly Consent[],
  purpose: ConsentPurpose,
  question: ConsentQuestion = {},
): boolean {
  return missingConsents(consents, purpose, question).length === 0;
}

/**
 * Who still has to consent. An adult speaks for himself or through a representative; for a child the representative
 * does, and for publication the child too from the age of 7.
 */
export function missingConsents(
  consents: readonly GivenConsent[],
  purpose: ConsentPurpose,
  { childAge, at }: ConsentQuestion = {},
): Consent['giver'][] {
  const givers = new Set(
    consents.filter((one) => one.purpose === purpose && isInForce(one, at)).map((one) => one.giver),
  );
  if (childAge === undefined) return givers.has('self') || givers.has('representative') ? [] : ['self'];
  const needed: Consent['giver'][] = ['representative'];
  if (purpose === 'publication' && !(childAge < CHILD_CONSENT_AGE)) needed.push('child');
  return needed.filter((giver) => !givers.has(giver));
}

/**
 * Whether a stranger may be shown the title: that of a family or a citizen only while its publication, or a badge to be
 * shown, is consented to. Villages, clans and units are no private persons. `consents` are those of the subject alone.
 */
export function mayBeShown(model: Model, consents: readonly Consent[]): boolean {
  if (model !== 'family' && model !== 'citizen') return true;
  return hasConsent(consents, 'publication') || hasConsent(consents, 'badge');
}

/** In force from the instant it was given up to, and not including, the instant it was withdrawn. */
export function isInForce(consent: GivenConsent, at?: string): boolean {
  if (at === undefined) return consent.withdrawnAt === undefined;
  const moment = Date.parse(at);
  // Written so that an instant that cannot be read is never covered.
  if (!(moment >= Date.parse(consent.givenAt))) return false;
  return consent.withdrawnAt === undefined || moment < Date.parse(consent.withdrawnAt);
}

/** How a form asks for the first time: every purpose by itself, none ticked. */
export function emptyChoices(
  purposes: readonly ConsentPurpose[],
): { purpose: ConsentPurpose; given: boolean }[] {
  return purposes.map((purpose) => ({ purpose, given: false }));
}
