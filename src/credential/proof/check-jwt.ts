import { fromUtf8, toUtf8 } from '../format/bytes.js';
import { fromBase64url } from '../format/base64url.js';
import { asList, idOf, isObject, parseJson, textOf, type Json, type JsonObject } from '../format/json.js';
import { checkSignature } from '../keys/check-signature.js';
import type { Fetching } from '../keys/fetching.js';
import type { SignatureAlgorithm } from '../keys/public-key.js';
import { resolveKey } from '../keys/resolve-key.js';
import { Failure } from '../verify/failure.js';
import type { VerifyContext } from '../verify/verdict.types.js';

/** Names of signature algorithms in a header, and what they are. */
const algorithms: Readonly<Record<string, SignatureAlgorithm>> = {
  EdDSA: 'EdDSA',
  Ed25519: 'EdDSA',
  ES256: 'ES256',
  RS256: 'RS256',
};
/** Sound, but not known here: no proof against the badge. */
const sound = /^(ES256K|ES384|ES512|RS384|RS512|PS256|PS384|PS512|Ed448|ML-DSA-\d\d)$/;

export interface OpenedJwt {
  header: JsonObject;
  /** The claims with the names that JWT gives them. */
  claims: JsonObject;
  credential: JsonObject;
  signature: Uint8Array;
  signed: Uint8Array;
}

/** Takes a compact JWT apart. Nothing of it is believed yet. Throws a Failure `malformed` or `too-large`. */
export function openJwt(token: string): OpenedJwt {
  const parts = token.split('.');
  const [head = '', body = '', tail = ''] = parts;
  const signature = fromBase64url(tail);
  if (parts.length !== 3 || !signature) throw new Failure('malformed', { where: 'jwt' });
  const [header, claims] = [readPart(head), readPart(body)];
  const credential = isObject(claims['vc'])
    ? withRegistered(claims['vc'], claims)
    : withoutRegistered(claims);
  return { header, claims, credential, signature, signed: toUtf8(`${head}.${body}`) };
}

function readPart(part: string): JsonObject {
  const text = fromUtf8(fromBase64url(part) ?? Uint8Array.of(255));
  const { value, fault } = parseJson(text ?? '');
  if (fault === 'too-large') throw new Failure('too-large');
  if (!isObject(value)) throw new Failure('malformed', { where: 'jwt' });
  return value;
}

const registered = ['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'aud', 'cnf', 'vc'];

function withoutRegistered(claims: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(claims).filter(([name]) => !registered.includes(name)));
}

/** In the older form the credential may leave to the claims what they say. */
function withRegistered(vc: JsonObject, claims: JsonObject): JsonObject {
  const credential = { ...vc };
  const add = (name: string, value: Json | undefined): void => {
    if (value !== undefined && credential[name] === undefined) credential[name] = value;
  };
  add('id', claims['jti']);
  add('issuer', claims['iss']);
  return credential;
}

/** Checks that the issuer signed it, as it stands, for us. Throws a Failure. */
export async function checkJwt(
  jwt: OpenedJwt,
  issuer: string,
  context: VerifyContext,
  fetching: Fetching,
): Promise<void> {
  const { header, claims, credential } = jwt;
  const name = textOf(header['alg']) ?? '';
  const algorithm = Object.hasOwn(algorithms, name) ? algorithms[name] : undefined;
  if (!algorithm) {
    throw new Failure(sound.test(name) ? 'unsupported-algorithm' : 'untrusted-algorithm', {
      algorithm: name.slice(0, 100),
    });
  }
  // Extensions that must be understood: we understand none.
  if ('crit' in header || 'b64' in header) throw new Failure('malformed', { where: 'jwt' });
  if (!sameClaims(claims, credential, issuer)) throw new Failure('claims-differ');
  const audience = asList(claims['aud']);
  if (audience.length > 0 && !audience.includes(context.audience ?? '')) throw new Failure('wrong-audience');
  // An issuer that is a key needs no other name for it.
  const method = textOf(header['kid']) ?? (issuer.startsWith('did:key:') ? issuer : undefined);
  // Keys that the header brings along (jwk, x5c, jku, x5u) are not looked at: whoever made the badge put them there.
  if (!method) throw new Failure('unknown-key', { method: '' });
  const key = await resolveKey(absolute(method, issuer), issuer, context, fetching);
  if (key.algorithm !== algorithm) throw new Failure('wrong-key', { method });
  const genuine = await checkSignature(key, jwt.signature, jwt.signed);
  if (genuine === undefined) throw new Failure('unsupported-algorithm', { algorithm: name });
  if (!genuine) throw new Failure('altered');
}

const absolute = (kid: string, issuer: string): string =>
  kid.includes(':') ? kid : issuer + (kid.startsWith('#') ? kid : `#${kid}`);

/** Claims and credential may say a thing twice; then they must say the same. */
function sameClaims(claims: JsonObject, credential: JsonObject, issuer: string): boolean {
  const same = (claim: Json | undefined, value: Json | undefined): boolean =>
    claim === undefined || claim === value;
  const subject = asList(credential['credentialSubject']).map(idOf);
  return (
    same(claims['iss'], issuer) &&
    same(claims['jti'], credential['id']) &&
    (claims['sub'] === undefined || subject.includes(textOf(claims['sub']))) &&
    sameInstant(claims['nbf'], credential['validFrom'] ?? credential['issuanceDate']) &&
    sameInstant(claims['exp'], credential['validUntil'] ?? credential['expirationDate'])
  );
}

function sameInstant(seconds: Json | undefined, instant: Json | undefined): boolean {
  if (seconds === undefined || instant === undefined) return true;
  return (
    typeof seconds === 'number' &&
    Math.floor(Date.parse(textOf(instant) ?? '') / 1000) === Math.floor(seconds)
  );
}
