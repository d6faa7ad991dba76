import { toUtf8 } from '../format/bytes.js';
import { toBase64url } from '../format/base64url.js';
import { idOf, textOf, type JsonObject } from '../format/json.js';
import { subjectOf } from '../verify/check-proof.js';
import { signBytes, type Signer } from './signer.js';

/**
 * Signs a badge or a status list as a compact JWT: the credential is the payload, with the claims that say the same again
 * for readers of plain JWTs. The header names the key and never holds one.
 */
export async function signJwt(credential: JsonObject, signer: Signer): Promise<string> {
  if ('proof' in credential) throw new RangeError('The credential is signed already.');
  const { validFrom, validUntil } = credential;
  const claims = {
    ...credential,
    iss: idOf(credential['issuer']),
    jti: textOf(credential['id']),
    sub: idOf(subjectOf(credential)),
    nbf: seconds(textOf(validFrom)),
    exp: seconds(textOf(validUntil)),
  };
  const header = { alg: signer.algorithm, kid: signer.id, typ: 'JWT' };
  const signed = [header, claims].map((part) => toBase64url(toUtf8(JSON.stringify(part)))).join('.');
  return `${signed}.${toBase64url(await signBytes(signer, toUtf8(signed)))}`;
}

const seconds = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : Math.floor(Date.parse(instant) / 1000);
