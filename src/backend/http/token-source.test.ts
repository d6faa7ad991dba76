import { describe, expect, it } from 'vitest';
import { HtsdError } from '../errors.js';
import { createHttpAdapter } from './http-adapter.js';
import { tokenSource } from './token-source.js';

/** A host that gives tokens t1, t2 … and a server that believes those in `good`. */
function world({ expiresIn = 300, signedIn = true } = {}) {
  const state = {
    at: 0,
    given: 0,
    signedIn,
    good: (_token: string): boolean => true,
    seen: [] as (string | null)[],
  };
  const ask: typeof fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : input.toString();
    if (url === '/token') {
      if (!state.signedIn) return new Response(null, { status: 401 });
      state.given += 1;
      return Response.json({ token: `t${state.given}`, expiresIn });
    }
    const bearer = new Headers(init?.headers).get('Authorization');
    state.seen.push(bearer);
    if (bearer !== null && !state.good(bearer))
      return Response.json(
        { error: { code: 'unauthenticated', params: {}, retryable: false } },
        { status: 401 },
      );
    return Response.json({ actor: null, tenant: 'demo' });
  };
  const source = tokenSource('/token', { fetch: ask, now: () => state.at });
  const backend = createHttpAdapter({
    baseUrl: 'https://api.example.vn',
    token: () => source.token(),
    fetch: source.fetch,
  });
  return { state, source, backend };
}

describe('tokens from an address of the host', () => {
  it('are asked for once, by all who ask at the same time, until shortly before they end', async () => {
    const { state, backend } = world();
    await Promise.all([backend.session(), backend.session(), backend.session()]);
    state.at = 269_000;
    await backend.session();
    expect(state.given).toBe(1);
    state.at = 271_000;
    await backend.session();
    expect(state.given).toBe(2);
    expect(state.seen.at(-1)).toBe('Bearer t2');
  });

  it('are renewed once where one is no longer believed, and the request is sent again', async () => {
    const { state, backend } = world();
    await backend.session();
    state.good = (token) => token === 'Bearer t2';
    await expect(backend.session()).resolves.toMatchObject({ tenant: 'demo' });
    expect(state.seen).toEqual(['Bearer t1', 'Bearer t1', 'Bearer t2']);
    state.good = () => false;
    await expect(backend.session()).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(state.seen.slice(3)).toEqual(['Bearer t2', 'Bearer t3']);
  });

  it('are none for a visitor, who reads without one', async () => {
    const { state, backend } = world({ signedIn: false });
    await backend.session();
    expect(state.seen).toEqual([null]);
    state.signedIn = true;
    state.at = 61_000;
    await backend.session();
    expect(state.seen.at(-1)).toBe('Bearer t1');
  });

  it('that no one can read are a failure of the host, said as such', async () => {
    const source = tokenSource('/token', { fetch: async () => new Response('<html>') });
    await expect(source.token()).rejects.toMatchObject({ code: 'server', params: { call: 'token' } });
    const away = tokenSource('/token', { fetch: () => Promise.reject(new TypeError('gone')) });
    await expect(away.token()).rejects.toMatchObject({ code: 'offline' });
  });

  it('end with the session at the host: who sent the request is told so, not that the network is gone', async () => {
    let signedIn = true;
    const ask: typeof fetch = async (input) => {
      if (input === 'host:token') {
        if (!signedIn) throw new HtsdError('unauthenticated');
        return Response.json({ token: 't1', expiresIn: 300 });
      }
      signedIn = false;
      return Response.json({ error: { code: 'unauthenticated', params: {} } }, { status: 401 });
    };
    const source = tokenSource('host:token', { fetch: ask });
    const backend = createHttpAdapter({
      baseUrl: 'https://api.example.vn',
      token: source.token,
      fetch: source.fetch,
    });
    await expect(backend.session()).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(backend.session()).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
