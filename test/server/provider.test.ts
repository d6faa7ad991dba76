import { createHmac, createPublicKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import { command, newId } from '../../src/backend/conformance/scene.js';
import { presets } from '../../src/presets/catalog.js';
import type { Identify } from '../../src/server/identity/identity.js';
import { tokenIdentity } from '../../src/server/identity/tokens.js';
import { audience, startProvider, type Account, type TestProvider } from './start-provider.js';
import { startServer, type TestServer } from './start-server.js';

const officer: Account = {
  ...{ id: 'cb-7', name: 'Nguyễn Thị Ánh', roles: ['can-bo', 'root'], scope: ['don-vi-1'], province: '25' },
};
const minute = 60_000;
const discovery = '/.well-known/openid-configuration';

let provider: TestProvider;
let identify: Identify;
const made = (change: object = {}): Identify =>
  tokenIdentity({
    issuers: [
      {
        ...{ issuer: provider.issuer, audience, keys: { discover: provider.issuer } },
        claims: { roles: 'realm_access.roles' },
        roles: { 'can-bo': 'officer' },
        ...change,
      },
    ],
    province: '25',
  });
const asking = (token: string, by = identify) =>
  by({ authorization: `Bearer ${token}`, province: undefined });
const isRefused = (token: string, reason = 'token') =>
  expect(asking(token)).rejects.toMatchObject({ code: 'unauthenticated', params: { reason } });

beforeAll(async () => {
  provider = await startProvider();
});
afterAll(() => provider.close());
beforeEach(() => {
  // A clock that jumps, for the provider and for us; timers go on as they are.
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  provider.asked.length = 0;
  identify = made();
});
afterEach(() => {
  provider.fault = undefined;
  vi.useRealTimers();
});
const jump = (ms: number) => vi.advanceTimersByTime(ms);
/** As somebody puts a clock right: no time has passed. */
const putRight = (ms: number) => vi.setSystemTime(Date.now() + ms);
const fetched = () => provider.asked.filter((path) => path === discovery || path === '/jwks');

describe('a person whom an OpenID provider signed in', () => {
  it('is known by the keys that the provider says are its own', async () => {
    const token = await provider.signIn(officer);
    provider.asked.length = 0;
    const { achieved: _, ...who } = await asking(token);
    expect(who).toEqual({
      actor: { id: 'cb-7', name: 'Nguyễn Thị Ánh', roles: ['officer'], scope: ['don-vi-1'] },
      province: '25',
    });
    expect(provider.asked).toEqual([discovery, '/jwks']);
    await Promise.all(Array.from({ length: 50 }, () => asking(token)));
    expect(provider.asked, 'keys are kept').toEqual([discovery, '/jwks']);
  });

  it('is known by keys whose address was set', async () => {
    const token = await provider.signIn(officer);
    provider.asked.length = 0;
    const by = made({ keys: { jwks: new URL(`${provider.issuer}/jwks`) } });
    expect((await asking(token, by)).actor?.id).toBe('cb-7');
    expect(provider.asked).toEqual(['/jwks']);
  });

  it('is refused for another audience, or by another name of the provider', async () => {
    const token = await provider.signIn(officer);
    await expect(asking(token, made({ audience: 'another' }))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(asking(token, made({ issuer: `${provider.issuer}/` }))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('is known for as long as his token lasts, and a minute for clocks that differ', async () => {
    const token = await provider.signIn(officer);
    jump(10.5 * minute);
    expect((await asking(token)).actor?.id).toBe('cb-7');
    jump(minute);
    await isRefused(token, 'expired');
  });

  it('is refused where his token outlasts what the operator allows', async () => {
    const token = await provider.signIn(officer);
    await expect(asking(token, made({ lifetime: 9 }))).rejects.toMatchObject({
      params: { reason: 'lifetime' },
    });
    expect((await asking(token, made({ lifetime: 10 }))).actor?.id).toBe('cb-7');
  });
});

describe('keys that change', () => {
  it('are found when a new one signs, and forgotten when the provider drops them', async () => {
    const before = await provider.signIn(officer);
    await asking(before);
    await provider.rotate(true);
    const after = await provider.signIn(officer);
    provider.asked.length = 0;
    jump(minute / 2 + 1);
    expect((await asking(after)).actor?.id).toBe('cb-7');
    expect(fetched()).toEqual([discovery, '/jwks']);
    expect((await asking(before)).actor?.id).toBe('cb-7');

    await provider.rotate(false);
    // Still in the set that is kept; gone with the next.
    expect((await asking(before)).actor?.id).toBe('cb-7');
    jump(minute * 10);
    await isRefused(after);
  });

  it('are found although the clock was hours ahead when the last ones were fetched, and was put back', async () => {
    putRight(9 * 60 * minute);
    await asking(await provider.signIn(officer));
    putRight(-9 * 60 * minute);
    await provider.rotate(true);
    jump(minute / 2 + 1);
    expect((await asking(await provider.signIn(officer))).actor?.id).toBe('cb-7');
  });

  it('are not fetched for whoever makes keys up', async () => {
    const token = await provider.signIn(officer);
    await asking(token);
    provider.asked.length = 0;
    const [, body, sign] = token.split('.');
    for (let count = 0; count < 20; count += 1) {
      const head = Buffer.from(JSON.stringify({ alg: 'RS256', kid: `made-up-${count}` })).toString(
        'base64url',
      );
      await isRefused(`${head}.${body}.${sign}`);
    }
    expect(fetched()).toEqual([]);
    jump(minute / 2 + 1);
    for (let count = 0; count < 20; count += 1) {
      const head = Buffer.from(JSON.stringify({ alg: 'RS256', kid: `again-${count}` })).toString('base64url');
      await isRefused(`${head}.${body}.${sign}`);
    }
    expect(fetched(), 'once each half minute').toEqual([discovery, '/jwks']);
  });

  it('are believed for an hour while the provider cannot be reached, and asked for once each half minute', async () => {
    const token = await provider.signIn(officer);
    await asking(token);
    provider.fault = (_, response) => void response.writeHead(503).end();
    const by = made();
    provider.asked.length = 0;
    for (let count = 0; count < 5; count += 1)
      await expect(asking(token, by)).rejects.toMatchObject({
        code: 'server',
        params: { reason: 'identity' },
      });
    expect(fetched()).toEqual([discovery]);
    jump(9.9 * minute);
    expect((await asking(token)).actor?.id).toBe('cb-7');
    jump(0.2 * minute);
    expect((await asking(token)).actor?.id).toBe('cb-7');
    jump(60 * minute);
    await expect(asking(token)).rejects.toMatchObject({ code: 'server' });
    provider.fault = undefined;
    jump(minute);
    expect((await asking(await provider.signIn(officer))).actor?.id).toBe('cb-7');
  });
});

describe('a token that is not what it seems', () => {
  const published = async () =>
    ((await (await fetch(`${provider.issuer}/jwks`)).json()) as { keys: [{ kid: string }] }).keys[0];
  const forged = (header: object, body: string, secret?: string) => {
    const signed = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${body}`;
    return `${signed}.${secret === undefined ? '' : createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };

  it('is refused where the public key was taken for a secret, or nothing signs', async () => {
    const [, body] = (await provider.signIn(officer)).split('.') as [string, string];
    const jwk = await published();
    const pem = createPublicKey({ key: jwk as never, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
    for (const alg of ['HS256', 'RS256', 'none', 'None']) {
      await isRefused(forged({ alg, kid: jwk.kid }, body, String(pem)));
      await isRefused(`${forged({ alg, kid: jwk.kid }, body)}AA`);
    }
    // A key that comes along is nobody's.
    await isRefused(forged({ alg: 'HS256', jwk: { kty: 'oct', k: 'AA' } }, body, 'x'));
  });
});

describe('keys that are asked for where the provider says', () => {
  const answers = async (fault: TestProvider['fault']): Promise<void> => {
    provider.fault = undefined;
    const token = await provider.signIn(officer);
    provider.fault = fault;
    await expect(asking(token, made())).rejects.toMatchObject({
      code: 'server',
      params: { reason: 'identity' },
    });
  };
  const says = (jwks_uri: unknown, issuer: string = provider.issuer): TestProvider['fault'] => {
    return (request, response) => {
      if (request.url !== discovery) return void response.end('{"keys":[]}');
      response.end(JSON.stringify({ issuer, jwks_uri }));
    };
  };

  it.each([
    ['over plain http', 'http://id.example.vn/keys'],
    ['from a file', 'file:///etc/passwd'],
    ['with a password', 'https://a:b@127.0.0.1/keys'],
    ['nowhere', 7],
  ])('are not fetched %s', (_, address) => answers(says(address)));

  it('are not fetched for somebody else, by a redirect, or without end', async () => {
    await answers(says(`${provider.issuer}/jwks`, 'https://another.example.vn'));
    await answers(
      (_, response) => void response.writeHead(302, { location: `${provider.issuer}/jwks` }).end(),
    );
    // Right in all but its size.
    await answers((request, response) => {
      const right =
        request.url === discovery
          ? { issuer: provider.issuer, jwks_uri: `${provider.issuer}/jwks` }
          : { keys: [] };
      response.end(`${' '.repeat(request.url === discovery ? 0 : 300_000)}${JSON.stringify(right)}`);
    });
    await answers((_, response) => void response.end('[]'));
    await answers((_, response) => void response.end('no json'));
  });
});

describe('a token that expires in the middle of a sync', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ identify: (request) => identify(request), catalog: presets });
  });
  afterAll(() => server.close());

  it('stops it where it stands; with a new one it goes on, and nothing is sent twice or lost', async () => {
    let token = await provider.signIn({ ...officer, roles: ['can-bo'] });
    const backend = createHttpAdapter({ baseUrl: server.url, token: () => token });
    const ids = Array.from({ length: 6 }, newId);
    const waiting = ids.map((id) =>
      command('subject.register', id, 0, {
        ...{
          model: 'unit',
          name: 'Trường THCS Sen Hồ',
          place: { name: 'Xã Mẫu' },
          facts: {},
          cycle: '2026',
        },
        criteria: { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' },
      }),
    );
    const send = async () => {
      // As an outbox does: what was answered for is gone from it.
      while (waiting.length > 0) {
        const receipts = await backend.execute(waiting.slice(0, 2));
        for (const { status } of receipts) expect(['applied', 'duplicate']).toContain(status);
        waiting.splice(0, 2);
        if (waiting.length === 2) jump(12 * minute);
      }
    };
    await expect(send()).rejects.toMatchObject({ code: 'unauthenticated', params: { reason: 'expired' } });
    expect(waiting.length).toBe(2);
    token = await provider.signIn({ ...officer, roles: ['can-bo'] });
    await send();
    const { items } = await backend.query('subjects.list', {});
    expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort());
  });
});
