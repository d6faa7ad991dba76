import { hasType, idOf, isObject, type Json, type JsonObject } from '../format/json.js';
import type { Fetching } from '../keys/fetching.js';
import { checkJwt, openJwt } from '../proof/check-jwt.js';
import { readValidity, validityOfClaims, type Validity } from './check-dates.js';
import { Failure } from './failure.js';
import type { VerifyContext } from './verdict.types.js';

/** A credential as it was handed in: a compact JWT, or JSON with a proof inside. */
export type Signed = { kind: 'jwt'; token: string } | { kind: 'credential'; credential: JsonObject };

export interface Genuine {
  credential: JsonObject;
  issuer: string;
  validity: Validity[];
  otherProofs: number;
}

/** What it says, before anything is checked. Throws a Failure `malformed`. */
export const contentOf = (signed: Signed): JsonObject =>
  signed.kind === 'jwt' ? openJwt(signed.token).credential : signed.credential;

/** Checks form and signature, of a badge or of a status list. Throws a Failure. */
export async function checkProof(
  signed: Signed,
  context: VerifyContext,
  fetching: Fetching,
): Promise<Genuine> {
  if (signed.kind === 'jwt') {
    const jwt = openJwt(signed.token);
    const issuer = checkShape(jwt.credential);
    const validity = [readValidity(jwt.credential), validityOfClaims(jwt.claims)];
    await checkJwt(jwt, issuer, context, fetching);
    return { credential: jwt.credential, issuer, validity, otherProofs: 0 };
  }
  const { credential } = signed;
  const issuer = checkShape(credential);
  const validity = [readValidity(credential)];
  const { checkDataIntegrity } = await import('../proof/check-data-integrity.js');
  const { created, expires, others } = await checkDataIntegrity(credential, issuer, context, fetching);
  const more = [...created.map((from) => ({ from })), ...expires.map((until) => ({ until }))];
  return { credential, issuer, validity: [...validity, ...more], otherProofs: others };
}

/** A verifiable credential with an issuer and one subject. Returns the issuer's identifier. */
function checkShape(credential: JsonObject): string {
  const issuer = idOf(credential['issuer']);
  const subject: Json | undefined = credential['credentialSubject'];
  const isOne =
    isObject(subject) || (Array.isArray(subject) && subject.length === 1 && subject.every(isObject));
  if (!hasType(credential, 'VerifiableCredential') || !issuer || !isOne) {
    throw new Failure('malformed', { where: 'credential' });
  }
  return issuer;
}

/** The only subject of a credential whose shape was checked. */
export function subjectOf(credential: JsonObject): JsonObject {
  const [subject] = [credential['credentialSubject']].flat();
  return isObject(subject) ? subject : {};
}
