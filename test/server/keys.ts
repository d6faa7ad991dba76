import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';
import type { Achievement } from '../../src/domain/achievement.schema.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { achievementDigest } from '../../src/server/identity/achievement-proof.js';

export const issuer = 'https://id.example.vn';
export const audience = 'htsd';

/** Somebody who signs tokens about persons. */
export interface Signer {
  keys: JSONWebKeySet;
  token(actor: Actor, province: string, change?: (jwt: SignJWT) => SignJWT): Promise<string>;
  /** Proves that somebody achieved something. */
  proof(person: string, achievement: Achievement, change?: (jwt: SignJWT) => SignJWT): Promise<string>;
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
    proof(person, achievement, change = (jwt) => jwt) {
      const jwt = new SignJWT({ htsd_achievement: achievementDigest(achievement) })
        .setProtectedHeader({ alg: 'EdDSA', kid })
        .setIssuer(issuer)
        .setAudience(`${audience}/achievement`)
        .setSubject(person)
        .setIssuedAt()
        .setExpirationTime('30d');
      return change(jwt).sign(privateKey);
    },
  };
}
