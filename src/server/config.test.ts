import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.js';

const issuer = { issuer: 'https://id.example.vn', audience: 'htsd', jwksUri: 'https://id.example.vn/keys' };
const good = { HTSD_PROVINCE: '25', HTSD_ISSUERS: JSON.stringify([issuer]) };

const publicKey = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

describe('what an operator sets', () => {
  it('needs a province and an issuer, and has a value for all else', () => {
    expect(readConfig(good).config).toEqual({
      ...{ host: '127.0.0.1', port: 8080, databaseUrl: undefined, connections: 20, data: 'htsd-data' },
      ...{ province: '25', origins: [], frameOrigins: [], demo: false },
      ...{
        personRate: 600,
        addressRate: 6_000,
        proxies: 0,
        metricsPort: undefined,
        metricsHost: '127.0.0.1',
      },
      ...{
        personMegabytes: 1_000,
        provinceMegabytes: undefined,
        s3: undefined,
        webhooks: [],
        webhookDays: 5,
      },
      issuers: [{ issuer: issuer.issuer, audience: 'htsd', keys: { jwks: new URL(issuer.jwksUri) } }],
    });
    expect(readConfig({}).faults.map(({ variable }) => variable)).toEqual(['HTSD_ISSUERS', 'HTSD_PROVINCE']);
  });

  it.each([
    [{ PORT: '80a' }, 'PORT', '"80a" is not a whole number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT', '"70000" is not a whole number from 0 to 65535.'],
    [{ HTSD_CONNECTIONS: '0' }, 'HTSD_CONNECTIONS', '"0" is not a whole number from 1 to 1000.'],
    [{ DATABASE_URL: 'mysql://a' }, 'DATABASE_URL', expect.stringContaining('postgres://')],
    [{ HTSD_ORIGINS: 'https://a.vn/portal' }, 'HTSD_ORIGINS', expect.stringContaining('without a path')],
    [{ HTSD_ORIGINS: '*' }, 'HTSD_ORIGINS', expect.stringContaining('"*" is no origin')],
    [{ HTSD_FRAME_ORIGINS: 'null' }, 'HTSD_FRAME_ORIGINS', expect.stringContaining('is no origin')],
    [{ HTSD_PROVINCE: '../25' }, 'HTSD_PROVINCE', expect.stringContaining('code of the province')],
    [{ HTSD_ISSUERS: '{' }, 'HTSD_ISSUERS', expect.stringContaining('not JSON')],
    [{ HTSD_ISSUERS: '[]' }, 'HTSD_ISSUERS', expect.stringContaining('at least one')],
    [{ HTSD_ISSUERS: '[{"issuer":"a"}]' }, 'HTSD_ISSUERS', expect.stringMatching(/^0\.audience: /)],
    [
      { HTSD_ISSUERS: JSON.stringify([{ ...issuer, jwks: { keys: [publicKey] } }]) },
      'HTSD_ISSUERS',
      expect.stringContaining('either jwksUri'),
    ],
    [
      { HTSD_ISSUERS: JSON.stringify([{ issuer: 'a', audience: 'b' }]) },
      'HTSD_ISSUERS',
      expect.stringContaining('no address to ask'),
    ],
    [
      { HTSD_ISSUERS: JSON.stringify([{ issuer: 'http://id.example.vn', audience: 'b' }]) },
      'HTSD_ISSUERS',
      '0.issuer: keys must come over https.',
    ],
    [
      { HTSD_ISSUERS: JSON.stringify([{ ...issuer, jwksUri: 'http://id.example.vn/keys' }]) },
      'HTSD_ISSUERS',
      expect.stringContaining('over https'),
    ],
    [
      { HTSD_ISSUERS: JSON.stringify([{ ...issuer, roles: { x: 'root' } }]) },
      'HTSD_ISSUERS',
      expect.stringMatching(/^0\.roles/),
    ],
    [
      { HTSD_ISSUERS: JSON.stringify([issuer, { ...issuer, within: ['07210'] }]) },
      'HTSD_ISSUERS',
      expect.stringContaining('stands there twice'),
    ],
    ...(
      [
        [{ kty: 'oct', k: 'c2VjcmV0' }, 'shared secret'],
        [{ ...publicKey, d: publicKey.x }, 'private key'],
        [{ ...publicKey, x: 'cut' }, 'copy all of it'],
      ] as const
    ).map(([key, sentence]) => [
      {
        HTSD_ISSUERS: JSON.stringify([
          { issuer: 'portal', audience: 'htsd', jwks: { keys: [publicKey, key] } },
        ]),
      },
      'HTSD_ISSUERS',
      expect.stringMatching(`^0\\.jwks\\.keys\\.1: .*${sentence}`) as unknown,
    ]),
    [{ DATABASE_URL: 'postgres://htsd:a#b@db/htsd' }, 'DATABASE_URL', expect.stringContaining('%23')],
    [{ HTSD_DEMO: 'true' }, 'HTSD_DEMO', '"true" says neither 1, a trial, nor 0, none.'],
    [{ HTSD_DEMO: '1', DATABASE_URL: 'postgres://a' }, 'HTSD_DEMO', expect.stringContaining('embedded')],
    [{ HTSD_DEMO: '1', HTSD_HOST: '0.0.0.0' }, 'HTSD_DEMO', expect.stringContaining('this machine only')],
    [
      { HTSD_S3_ENDPOINT: 'https://s3.vn', HTSD_S3_BUCKET: 'b', HTSD_S3_KEY: 'k' },
      'HTSD_S3_SECRET',
      expect.stringContaining('or none of them'),
    ],
    [
      { HTSD_S3_ENDPOINT: 'http://s3.vn', HTSD_S3_BUCKET: 'b', HTSD_S3_KEY: 'k', HTSD_S3_SECRET: 's' },
      'HTSD_S3_ENDPOINT',
      expect.stringContaining('https'),
    ],
    [{ DATABASE_URL_FILE: '/there/is/none' }, 'DATABASE_URL_FILE', expect.stringContaining('cannot be read')],
  ] as [Record<string, string>, string, unknown][])(
    'is corrected in a sentence: %j',
    (env, variable, sentence) => {
      expect(readConfig({ ...good, ...env }).faults).toEqual([{ variable, sentence }]);
    },
  );

  it('finds the keys of an issuer by its address alone, and lets tokens by written keys last an hour', () => {
    const jwks = { keys: [publicKey] };
    const list = [
      { issuer: 'https://id.example.vn/realms/x', audience: 'htsd', internal: true },
      { issuer: 'portal', audience: 'htsd', jwks },
      { issuer: 'portal-2', audience: 'htsd', jwks, lifetime: 5, people: 'school.', within: [] },
    ];
    expect(readConfig({ ...good, HTSD_ISSUERS: JSON.stringify(list) }).config?.issuers).toEqual([
      { ...list[0], keys: { discover: 'https://id.example.vn/realms/x' } },
      { issuer: 'portal', audience: 'htsd', keys: jwks, lifetime: 60 },
      { issuer: 'portal-2', audience: 'htsd', keys: jwks, lifetime: 5, people: 'school.', within: [] },
    ]);
  });

  it("is nothing at all for a trial on one's own machine", () => {
    expect(readConfig({ HTSD_DEMO: '1' }).config).toMatchObject({
      demo: true,
      province: 'demo',
      issuers: [],
    });
  });

  it('may lie in files, as containers hand over secrets', () => {
    const folder = mkdtempSync(join(tmpdir(), 'htsd-config-'));
    try {
      const file = join(folder, 'url');
      writeFileSync(file, 'postgres://htsd:bí-mật@db/htsd\n');
      const { config } = readConfig({ ...good, DATABASE_URL_FILE: file });
      expect(config?.databaseUrl).toBe('postgres://htsd:bí-mật@db/htsd');
      const both = readConfig({ ...good, DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://other' });
      expect(both.faults[0]?.sentence).toContain('not both');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
