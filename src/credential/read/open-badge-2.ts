import { asList, idOf, isObject, textOf, type Json, type JsonObject } from '../format/json.js';
import type { BadgeView } from '../verify/verdict.types.js';
import { plainText, shownImage } from '../verify/plain-text.js';

/** An assertion of Open Badges 2.0 (or its forerunner), as Moodle and others give it out. */
export interface OpenBadge2 {
  view: BadgeView;
  /** Where the host vouches for it; nothing else proves it. */
  hosted?: string;
}

const contexts = /^https:\/\/w3id\.org\/openbadges\/v[12]$/;

/** Whether it is an assertion of that kind; a badge class or issuer alone is none. */
export function isOpenBadge2(value: JsonObject): boolean {
  const named = asList(value['@context']).some((one) => typeof one === 'string' && contexts.test(one));
  const isAssertion = asList(value['type']).includes('Assertion');
  return (
    (named && isAssertion) ||
    ('recipient' in value && 'badge' in value && (isSigned(value) || hostedAt(value) !== undefined))
  );
}

/** For display. Hosts write `verify` or `verification`, and put in the badge class as a whole or by its address. */
export function readOpenBadge2(assertion: JsonObject): OpenBadge2 {
  const badge = isObject(assertion['badge']) ? assertion['badge'] : {};
  const issuer = isObject(badge['issuer']) ? badge['issuer'] : {};
  const criteria = isObject(badge['criteria']) ? badge['criteria'] : {};
  const hosted = hostedAt(assertion);
  return {
    ...(hosted !== undefined && { hosted }),
    view: {
      format: 'open-badge-2',
      ...optional('id', plainText(assertion['id'] ?? assertion['uid'])),
      name: plainText(badge['name']) ?? plainText(idOf(assertion['badge'])) ?? '',
      ...optional('description', plainText(badge['description'])),
      ...optional('image', shownImage(badge['image'] ?? assertion['image'])),
      ...optional('criteria', plainText(criteria['narrative']) ?? plainText(idOf(badge['criteria']))),
      issuer: {
        ...optional('id', plainText(idOf(badge['issuer']))),
        ...optional('name', plainText(issuer['name'])),
        ...optional('url', plainText(issuer['url'])),
      },
      recipient: readRecipient(assertion['recipient']),
      ...optional('awardedOn', readInstant(assertion['issuedOn'])),
      ...optional('validUntil', readInstant(assertion['expires'])),
      ...optional('narrative', plainText(assertion['narrative'])),
      demo: false,
    },
  };
}

function isSigned(assertion: JsonObject): boolean {
  const verify = assertion['verify'] ?? assertion['verification'];
  return isObject(verify) && /^signed/i.test(textOf(verify['type']) ?? '');
}

function hostedAt(assertion: JsonObject): string | undefined {
  const verify = assertion['verify'] ?? assertion['verification'];
  if (!isObject(verify)) return undefined;
  // Of a signed one the address is that of the key.
  const url = isSigned(assertion)
    ? textOf(assertion['id'])
    : (textOf(verify['url']) ?? textOf(assertion['id']));
  return url !== undefined && /^https?:\/\//i.test(url) ? url.slice(0, 2_000) : undefined;
}

/** A hashed or bare e-mail address says nothing that a page should show. */
function readRecipient(recipient: Json | undefined): { id?: string; name?: string } {
  if (!isObject(recipient) || recipient['hashed'] === true || recipient['type'] === 'email') return {};
  return optional('id', plainText(recipient['identity']));
}

/** Version 1 wrote seconds since 1970, as text too. */
function readInstant(value: Json | undefined): string | undefined {
  const seconds =
    typeof value === 'number' ? value : /^\d{9,11}$/.test(textOf(value) ?? '') ? Number(value) : NaN;
  const date = new Date(Number.isNaN(seconds) ? (textOf(value) ?? '') : seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
