import {
  achievementIdentifiers,
  badgesContext,
  credentialsContext,
  demoMark,
  identityTypes,
} from '../format/badge-fields.js';
import type { JsonObject } from '../format/json.js';
import { isRealDate } from '../../domain/civil-date.js';
import type { AchievementFacts, BadgeOptions } from './achievement-facts.types.js';
import { wordBadge, type BadgeWording } from './badge-wording.js';
import { localIdentifier } from './local-identifier.js';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * The badge of a title, not signed yet: an AchievementCredential of Open Badges 3.0 in the data model of Verifiable
 * Credentials 2.0. Of the recipient it holds the name that the decision publishes and an identifier that says nothing.
 * Throws RangeError for facts that make no badge: a date that does not exist, an end before the beginning.
 */
export function buildCredential(facts: AchievementFacts, options: BadgeOptions): JsonObject {
  const { decision, validFrom, validUntil } = facts;
  const wrong = [decision.date, validFrom, validUntil].find((date) => !isRealDate(date));
  if (wrong !== undefined || validUntil < validFrom) {
    throw new RangeError(`No such time: ${wrong ?? `${validFrom} to ${validUntil}`}.`);
  }
  const words = wordBadge(facts, options.demo ?? false);
  return {
    '@context': [credentialsContext, badgesContext],
    id: uuid.test(facts.id)
      ? `urn:uuid:${facts.id.toLowerCase()}`
      : localIdentifier(options.tenant, 'recognition', facts.id),
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: buildIssuer(facts, options),
    validFrom: startOfDay(validFrom),
    validUntil: endOfDay(validUntil),
    awardedDate: startOfDay(decision.date),
    name: words.name,
    description: words.description,
    credentialSubject: {
      id: localIdentifier(options.tenant, 'subject', facts.subjectId),
      type: ['AchievementSubject'],
      identifier: buildIdentity(facts),
      licenseNumber: decision.number,
      term: facts.cycle,
      narrative: words.narrative,
      achievement: buildAchievement(facts, options, words),
    },
    ...(facts.status && { credentialStatus: buildStatus(facts.status) }),
  };
}

/** Days begin and end as they do in Viet Nam, whatever clock the signing machine has. */
const startOfDay = (date: string): string => `${date}T00:00:00+07:00`;
const endOfDay = (date: string): string => `${date}T23:59:59+07:00`;

function buildIssuer({ decision }: AchievementFacts, { issuer, demo }: BadgeOptions): JsonObject {
  return {
    id: issuer.id,
    type: ['Profile'],
    name: decision.issuer.name,
    ...(issuer.url !== undefined && { url: issuer.url }),
    ...(issuer.image !== undefined && { image: { id: issuer.image, type: 'Image' } }),
    ...(demo && { otherIdentifier: [identifierEntry(demoMark.type, demoMark.value)] }),
  };
}

const identifierEntry = (kind: string, identifier: string): JsonObject => ({
  type: 'IdentifierEntry',
  identifier,
  identifierType: kind,
});

function buildIdentity({ subjectName, place }: AchievementFacts): JsonObject[] {
  const entry = (identityType: string, identityHash: string): JsonObject => ({
    type: 'IdentityObject',
    identityHash,
    identityType,
    hashed: false,
  });
  return [
    entry(identityTypes.name, subjectName),
    entry(identityTypes.placeName, place.name),
    ...(place.code === undefined ? [] : [entry(identityTypes.placeCode, place.code)]),
  ];
}

function buildAchievement(facts: AchievementFacts, options: BadgeOptions, words: BadgeWording): JsonObject {
  const { criteria, model, outcome } = facts;
  const { image, criteriaUrl } = options;
  return {
    // One achievement for all who reach the same class by the same criteria.
    id: localIdentifier(options.issuer.id, 'achievement', model, criteria.id, criteria.version, outcome),
    type: ['Achievement'],
    achievementType: 'Award',
    name: words.achievement,
    description: words.achievementDescription,
    inLanguage: 'vi',
    criteria: { ...(criteriaUrl !== undefined && { id: criteriaUrl }), narrative: words.criteria },
    ...(image && { image: { ...image, type: 'Image' } }),
    otherIdentifier: [
      identifierEntry(achievementIdentifiers.model, model),
      identifierEntry(achievementIdentifiers.outcome, outcome),
      identifierEntry(achievementIdentifiers.criteria, `${criteria.id}/${criteria.version}`),
    ],
  };
}

function buildStatus({ list, index }: NonNullable<AchievementFacts['status']>): JsonObject {
  if (!Number.isInteger(index) || index < 0)
    throw new RangeError(`No such entry of a status list: ${index}.`);
  return {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: list,
  };
}
