import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
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
 * @param clock milliseconds on a clock that never goes back: one that is put right by hours keeps no new key out for as long
 */
export function keySource(
  issuer: string,
  place: KeyPlace,
  internal = false,
  clock: () => number = () => performance.now(),
): JWTVerifyGetKey {
  if ('keys' in place) return createLocalJWKSet(place);
  const begin = 'jwks' in place ? place.jwks : discoveryOf(place.discover);
  const options = { internal: internal || isLoopback(begin) };
  let last: { keys: JWTVerifyGetKey; at: number } | undefined;
  let asking: Promise<void> | undefined;
  let failed: { error: NoKeys; at: number } | undefined;

  async function ask(): Promise<JSONWebKeySet> {
    const keysAt = 'jwks' in place ? place.jwks : await discovered(issuer, begin, options);
    const keys = await fetchJson(keysAt, options);
    if (!isKeySet(keys)) throw new Error('no key set');
    return keys;
  }

  async function renew(): Promise<void> {
    const at = clock();
    try {
      last = { keys: createLocalJWKSet(await ask()), at };
      failed = undefined;
    } catch (cause) {
      failed = { error: new NoKeys('keys', { cause }), at };
    }
  }

  /** Those that are known, fetched anew where they are older than that. However many ask, they are fetched once. */
  async function youngerThan(age: number): Promise<JWTVerifyGetKey> {
    const isOld = (limit: number): boolean => !last || clock() - last.at >= limit;
    if (isOld(age) && (!failed || clock() - failed.at >= cooldown))
      await (asking ??= renew().finally(() => (asking = undefined)));
    if (isOld(stale) && failed) throw failed.error;
    return last!.keys;
  }

  return async (...token) => {
    try {
      return await (
        await youngerThan(fresh)
      )(...token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await youngerThan(cooldown))(...token);
    }
  };
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
