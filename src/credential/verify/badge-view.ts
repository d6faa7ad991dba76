import { achievementIdentifiers, demoMark, identityTypes } from '../format/badge-fields.js';
import { asList, hasType, isObject, textOf, type Json, type JsonObject } from '../format/json.js';
import { subjectOf } from './check-proof.js';
import { plainText, shownImage } from './plain-text.js';
import type { BadgeView } from './verdict.types.js';

/** Names of the two types that a badge has in Open Badges 3.0. */
export const isBadge = (credential: JsonObject): boolean =>
  hasType(credential, 'AchievementCredential', 'OpenBadgeCredential');

/** What the badge says of itself. Of a badge that is not genuine, somebody else says it. */
export function viewBadge(credential: JsonObject, format: BadgeView['format']): BadgeView {
  const subject = subjectOf(credential);
  const achievement = isObject(subject['achievement']) ? subject['achievement'] : {};
  const criteria = isObject(achievement['criteria']) ? achievement['criteria'] : {};
  const issuer: JsonObject = isObject(credential['issuer']) ? credential['issuer'] : {};
  const identities = (kind: string): string | undefined => findIdentity(subject, kind);
  const placeName = identities(identityTypes.placeName);
  const text = {
    id: credential['id'],
    description: credential['description'] ?? achievement['description'],
    criteria: criteria['narrative'] ?? criteria['id'],
    validFrom: credential['validFrom'] ?? credential['issuanceDate'],
    validUntil: credential['validUntil'] ?? credential['expirationDate'],
    awardedOn: credential['awardedDate'],
    decision: subject['licenseNumber'],
    cycle: subject['term'],
    narrative: subject['narrative'],
    model: findIdentifier(achievement, achievementIdentifiers.model),
    outcome: findIdentifier(achievement, achievementIdentifiers.outcome),
    recognitionId: /^urn:uuid:(.+)$/.exec(textOf(credential['id']) ?? '')?.[1],
  };
  return {
    ...pick(text),
    format,
    name: plainText(credential['name']) ?? plainText(achievement['name']) ?? '',
    ...pick({ image: shownImage(achievement['image']) ?? shownImage(credential['image']) }),
    issuer: pick({
      id: textOf(credential['issuer']) ?? issuer['id'],
      name: issuer['name'],
      url: issuer['url'],
    }),
    recipient: pick({ id: subject['id'], name: identities(identityTypes.name) ?? subject['name'] }),
    ...(placeName !== undefined && {
      place: { name: placeName, ...pick({ code: identities(identityTypes.placeCode) }) },
    }),
    demo: isDemo(issuer),
  };
}

const isDemo = (issuer: JsonObject): boolean => findIdentifier(issuer, demoMark.type) === demoMark.value;

function findIdentity(subject: JsonObject, kind: string): string | undefined {
  const found = asList(subject['identifier']).find(
    (one) => isObject(one) && one['identityType'] === kind && one['hashed'] === false,
  );
  return isObject(found) ? plainText(found['identityHash']) : undefined;
}

function findIdentifier(node: JsonObject, kind: string): string | undefined {
  const found = asList(node['otherIdentifier']).find(
    (one) => isObject(one) && one['identifierType'] === kind,
  );
  return isObject(found) ? plainText(found['identifier']) : undefined;
}

/** Those that are texts, made plain. */
function pick<K extends string>(values: Record<K, Json | undefined>): Partial<Record<K, string>> {
  const found: Partial<Record<K, string>> = {};
  for (const [key, value] of Object.entries<Json | undefined>(values)) {
    const text = key === 'image' ? textOf(value) : plainText(value);
    if (text !== undefined) found[key as K] = text;
  }
  return found;
}
