import { serve } from '@hono/node-server';
import { exportJWK, generateKeyPair } from 'jose';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conform } from '../../src/cli/conform.js';
import { readConformConfig } from '../../src/cli/conform-config.js';
import { audience, issuer } from '../server/keys.js';
import { startServer, type TestServer } from '../server/start-server.js';
import { createODataApi } from './odata-api.js';
import odataMapping from './odata-api.mapping.json' with { type: 'json' };
import type { Mapping } from '../../src/backend/http/http-adapter.js';
import { tokenOf, type Person } from './people.js';

const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
const jwk = { ...(await exportJWK(privateKey)), kid: 'conform', alg: 'EdDSA' };
const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'conform', alg: 'EdDSA' }] };

async function tried(given: object | string): Promise<{ failed: number; lines: string[] }> {
  const text = typeof given === 'string' ? given : JSON.stringify(given);
  const { config, faults } = readConformConfig(text, () => JSON.stringify(odataMapping));
  if (!config) throw new Error(faults.join('\n'));
  const lines: string[] = [];
  return { failed: await conform(config, (line) => lines.push(line)), lines };
}

describe('htsd conform', () => {
  let server: TestServer;
  let foreign: ReturnType<typeof serve>;
  let foreignUrl = '';
  beforeAll(async () => {
    const unused = () => Promise.reject(new Error('unused'));
    server = await startServer({ signer: { keys, token: unused, proof: unused } });
    const app = createODataApi();
    app.post('/test-sign-in', async (c) => c.json({ token: tokenOf(await c.req.json<Person>()) }));
    await new Promise<void>((done) => {
      foreign = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => done());
    });
    foreignUrl = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/api`;
  });
  afterAll(async () => {
    await server.close();
    await new Promise((done) => foreign.close(done));
  });

  it('tries an address as a visitor, and says what else could be tried', async () => {
    const { failed, lines } = await tried(server.url);
    expect(lines.filter((line) => line.startsWith('FAIL'))).toEqual([]);
    expect(failed).toBe(0);
    expect(lines.at(-1)).toContain('Tried as a visitor only');
  });

  it('tries our server with tokens made by a key', async () => {
    const signIn = { key: jwk, issuer, audience };
    const { failed, lines } = await tried({ baseUrl: server.url, parts: ['review'], signIn });
    expect(lines.filter((line) => line.startsWith('FAIL'))).toEqual([]);
    expect(failed).toBe(0);
    expect(lines.filter((line) => line.startsWith('ok')).length).toBe(9);
    expect(lines.at(-1)).toBe(
      'Left out, because the configuration does not name them: core, recognition, funds, places, scopes, register, files, achievements.',
    );
  });

  it("tries a vendor's back end by its mapping and its own sign-in, and says in words what does not fit", async () => {
    const signIn = { url: `${foreignUrl}/test-sign-in` };
    const good = await tried({ baseUrl: foreignUrl, mapping: 'its.json', parts: ['review'], signIn });
    expect(good.lines.filter((line) => line.startsWith('FAIL'))).toEqual([]);
    // Its table calls one refusal another.
    const broken = JSON.parse(
      JSON.stringify(odataMapping).replace('rejected:own-assessment', 'rejected:forbidden'),
    ) as Mapping;
    const { failed, lines } = await tried({
      baseUrl: foreignUrl,
      mapping: broken,
      parts: ['review'],
      signIn,
    });
    expect(failed).toBeGreaterThan(0);
    const at = lines.indexOf("FAIL  keeps a reviewer's marks with their reasons, and verifies what counts");
    expect(lines[at + 1]).toBe(
      '      the code of a mark on his own: expected "own-assessment", got "forbidden"',
    );
    expect(lines[at + 2]).toMatch(/^ {6}The last request: POST http.*, answered \d{3}\.$/);
  });

  it('says of a back end that decides later where to say so', async () => {
    const late = createODataApi();
    const server = serve({
      ...{ port: 0, hostname: '127.0.0.1' },
      fetch: async (request) =>
        request.method === 'POST' ? Response.json({}, { status: 202 }) : late.fetch(request),
    });
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
    const { lines } = await tried({ baseUrl, mapping: 'its.json' });
    await new Promise((done) => server.close(done));
    expect(lines).toContain('FAIL  takes no command from a visitor');
    expect(lines.join('\n')).toContain('"later" of the mapping says where to ask.');
  });

  it('says in one sentence that nobody is there, or that nobody can be signed in', async () => {
    const gone = new URL(foreignUrl);
    gone.port = '9';
    await expect(tried(gone.href)).rejects.toThrow(/^Nothing answers at http.*:9.*ECONNREFUSED|bad port/);
    const signIn = { url: `${foreignUrl}/gone` };
    await expect(tried({ baseUrl: foreignUrl, mapping: 'its.json', signIn })).rejects.toThrow(
      /^Nobody can be signed in: .*gave no token for admin-1 \(status 404\)/,
    );
    expect((await tried(`\uFEFF{"baseUrl":"${server.url}"}`)).failed).toBe(0);
  });

  it('says what is wrong with its configuration, all at once', () => {
    const faultsOf = (text: string): string[] | undefined =>
      readConformConfig(text, () => {
        throw new Error('no such file');
      }).faults;
    expect(faultsOf('{')).toEqual(['The configuration is not JSON.']);
    expect(faultsOf('{"baseUrl":"https://a","mapping":"gone.json"}')).toEqual([
      'mapping: the file gone.json cannot be read.',
    ]);
    expect(faultsOf('{"baseUrl":"ftp://a","parts":"core","signIn":{"key":"k"},"more":1}')).toEqual([
      'baseUrl: Expected text like /^https?:\\/\\//, got "ftp://a".',
      'parts: Expected a list, got "core".',
      'signIn/issuer: It is missing: expected a text.',
      'signIn/audience: It is missing: expected a text.',
      'The configuration: There is no "more" here.',
    ]);
    const mapping = { format: 1, session: { path: '/', shape: 'gone' }, queries: {}, commands: {} };
    expect(faultsOf(JSON.stringify({ baseUrl: 'https://a', mapping }))).toEqual([
      'mapping/session/shape: There is no shape "gone".',
    ]);
  });
});
