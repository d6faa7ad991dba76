import {
  createLocalJWKSet,
  createRemoteJWKSet,
  customFetch,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { isLoopback, isTrustworthy } from '../outside/addresses.js';
import { fetchJson } from '../outside/fetch-json.js';

/** Where an issuer's keys come from. */
export type KeyPlace =
  /** An address of theirs. */
  | { jwks: URL }
  /** What the provider says of itself (OpenID Connect Discovery 1.0, `/.well-known/openid-configuration`). */
  | { discover: string }
  /** The keys themselves. */
  | JSONWebKeySet;

/** Milliseconds: how long keys are used before they are fetched again. */
const fresh = 600_000;
/** How soon they are fetched again, for a key that nobody knows, or after a failure. */
const cooldown = 30_000;
/** How long the last ones serve where the provider cannot be reached: a key that was taken back is believed no longer than that. */
const stale = 3_600_000;

/** The provider could not be asked, or answered what is no answer: that says nothing about who brings a token. */
export class NoKeys extends Error {}

/**
 * The keys by which an issuer's tokens are checked: kept for ten minutes, fetched anew when an unknown one signs, but not
 * more often than every half minute, whatever tokens are brought.
 * @param internal the operator said that they lie in his own network
 */
export function keySource(issuer: string, place: KeyPlace, internal = false): JWTVerifyGetKey {
  if ('keys' in place) return createLocalJWKSet(place);
  const begin = 'jwks' in place ? place.jwks : discoveryOf(place.discover);
  const options = { internal: internal || isLoopback(begin) };
  let last: { keys: unknown; at: number } | undefined;
  let failed: { error: NoKeys; at: number } | undefined;

  async function ask(): Promise<unknown> {
    const keysAt = 'jwks' in place ? place.jwks : await discovered(issuer, begin, options);
    const keys = await fetchJson(keysAt, options);
    if (!isKeySet(keys)) throw new Error('no key set');
    return keys;
  }

  async function keys(): Promise<unknown> {
    const now = Date.now();
    if (!failed || now - failed.at >= cooldown) {
      try {
        last = { keys: await ask(), at: now };
        failed = undefined;
        return last.keys;
      } catch (cause) {
        failed = { error: new NoKeys('keys', { cause }), at: now };
      }
    }
    if (last && now - last.at < stale) return last.keys;
    throw failed.error;
  }

  return createRemoteJWKSet(begin, {
    cooldownDuration: cooldown,
    cacheMaxAge: fresh,
    [customFetch]: async () => Response.json(await keys()),
  });
}

const discoveryOf = (issuer: string): URL =>
  new URL(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);

/** Where a provider says that its keys are. It must say of itself that it is the one that was asked. */
async function discovered(issuer: string, begin: URL, options: { internal: boolean }): Promise<URL> {
  const said = await fetchJson(begin, options);
  const { issuer: itself, jwks_uri: address } = (said ?? {}) as Record<string, unknown>;
  if (itself !== issuer) throw new Error('another issuer');
  if (typeof address !== 'string' || !URL.canParse(address)) throw new Error('no jwks_uri');
  const url = new URL(address);
  if (!isTrustworthy(url)) throw new Error('keys not over https');
  return url;
}

function isKeySet(value: unknown): value is JSONWebKeySet {
  const keys = typeof value === 'object' && value !== null && 'keys' in value ? value.keys : undefined;
  return Array.isArray(keys) && keys.every((key) => typeof key === 'object' && key !== null);
}
