import { importJWK, SignJWT, type JWK } from 'jose';
import type { Actor } from '../domain/actor.schema.js';
import type { Conform } from './conform-config.js';

/** A token for somebody of the suite. */
export type TokenFor = (tenant: string, actor: Actor) => Promise<string>;

/** Tokens by the way that the configuration names. Errors: where the service gives none. */
export function tokensBy(signIn: NonNullable<Conform['signIn']>): TokenFor {
  if ('url' in signIn)
    return async (tenant, actor) => {
      const answer = await fetch(signIn.url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ tenant, actor }),
      });
      const said = (await answer.json().catch(() => undefined)) as { token?: unknown } | undefined;
      if (!answer.ok || typeof said?.token !== 'string')
        throw new Error(`${signIn.url} gave no token for ${actor.id} (status ${answer.status}).`);
      return said.token;
    };
  const { issuer, audience } = signIn;
  const jwk = signIn.key as JWK;
  const alg = jwk.alg ?? (jwk.kty === 'OKP' ? 'EdDSA' : jwk.kty === 'EC' ? 'ES256' : 'RS256');
  const key = importJWK(jwk, alg);
  return async (tenant, { id, name, roles, scope }) =>
    new SignJWT({ name, htsd_roles: roles, htsd_scope: scope, htsd_province: tenant })
      .setProtectedHeader({ alg, ...(jwk.kid !== undefined && { kid: jwk.kid }) })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(id)
      .setIssuedAt()
      .setExpirationTime('10m')
      .sign(await key);
}
