import { gzipSync } from 'fflate';
import { plainBytes, type Bytes } from '../format/bytes.js';
import { toBase64url } from '../format/base64url.js';
import type { JsonObject } from '../format/json.js';
import { maxEntries, minEntries } from './bits.js';

/** A list in which nothing is revoked. Its length is fixed for good: titles carry indexes into it. */
export function newStatusList(entries = minEntries): Bytes {
  if (entries % 8 !== 0 || entries < minEntries || entries > maxEntries) {
    throw new RangeError(`A status list has ${minEntries} to ${maxEntries} entries, in steps of 8.`);
  }
  return new Uint8Array(entries / 8);
}

/** As it stands in a credential: gzip, then base64url behind a `u`. The same list gives the same text. */
export const encodeStatusList = (bits: Uint8Array): string =>
  `u${toBase64url(plainBytes(gzipSync(bits, { level: 9, mtime: 0 })))}`;

export interface StatusListFacts {
  /** Address at which it is published; `status.list` of the badges. */
  id: string;
  issuer: string;
  bits: Uint8Array;
  purpose?: 'revocation' | 'suspension';
  /** ISO instants. */
  validFrom: string;
  validUntil?: string;
}

/** The credential of a status list, to be signed as a badge is, by the same issuer. */
export function buildStatusListCredential(facts: StatusListFacts): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: facts.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: facts.issuer,
    validFrom: facts.validFrom,
    ...(facts.validUntil !== undefined && { validUntil: facts.validUntil }),
    credentialSubject: {
      id: `${facts.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: facts.purpose ?? 'revocation',
      encodedList: encodeStatusList(facts.bits),
    },
  };
}
