import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';
import type { Actor } from '../../src/domain/actor.schema.js';

export const issuer = 'https://id.example.vn';
export const audience = 'htsd';

/** Somebody who signs tokens about persons. */
export interface Signer {
  keys: JSONWebKeySet;
  token(actor: Actor, province: string, change?: (jwt: SignJWT) => SignJWT): Promise<string>;
}

export async function createSigner(kid = 'k1'): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'EdDSA' }] };
  return {
    keys,
    token({ id, name, roles, scope }, province, change = (jwt) => jwt) {
      const claims = { name, htsd_roles: roles, htsd_scope: scope, htsd_province: province };
      const jwt = new SignJWT(claims)
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(id)
        .setIssuedAt()
        .setExpirationTime('5m');
      return change(jwt).sign(privateKey);
    },
  };
}
