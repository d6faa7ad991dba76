import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.js';

const key = (bytes: number): string => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`;
const good = { name: 'portal', url: 'https://portal.example.vn/events', secret: key(32) };
const read = (said: unknown) =>
  readConfig({
    HTSD_PROVINCE: '25',
    HTSD_ISSUERS: JSON.stringify([
      { issuer: 'https://id.example.vn', audience: 'htsd', jwksUri: 'https://id.example.vn/keys' },
    ]),
    ...(said !== undefined && { HTSD_WEBHOOKS: typeof said === 'string' ? said : JSON.stringify(said) }),
  });

describe('who is told of what happens', () => {
  it('is nobody, or each with a secret of his own', () => {
    expect(read(undefined).config).toMatchObject({ webhooks: [], webhookDays: 5 });
    const folder = mkdtempSync(join(tmpdir(), 'htsd-webhooks-'));
    try {
      const file = join(folder, 'kho');
      writeFileSync(file, `${key(24)}\n${key(64)}\n`);
      const { secret: _, ...plain } = good;
      const { config } = read([
        { ...good, events: ['recognition.granted'], places: ['07210'] },
        { ...plain, name: 'kho', url: 'https://10.0.0.7/', secretFile: file, internal: true },
        { ...good, name: 'thu', url: 'http://127.0.0.1:9000/' },
      ]);
      expect(config?.webhooks).toEqual([
        {
          ...{ name: 'portal', url: new URL(good.url), secrets: [key(32)], internal: false },
          ...{ events: new Set(['recognition.granted']), places: ['07210'] },
        },
        { name: 'kho', url: new URL('https://10.0.0.7/'), secrets: [key(24), key(64)], internal: true },
        { name: 'thu', url: new URL('http://127.0.0.1:9000/'), secrets: [key(32)], internal: true },
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['{', 'It is not JSON.'],
    [{}, 'It must be a list.'],
    [[{ ...good, name: 'cổng' }], '0.name: give it a name of letters'],
    [
      [{ ...good, events: ['title.granted'] }],
      '0.events.0: there is no such event. There are: subject.registered',
    ],
    [[{ ...good, url: 'portal' }], '0.url: it must be an https address'],
    [[{ ...good, url: 'http://portal.example.vn/' }], '0.url: it must be an https address'],
    [[{ ...good, url: 'https://a:b@portal.example.vn/' }], '0.url: leave name and password out'],
    [[{ ...good, url: 'https://192.168.1.7/' }], '0.url: it leads into your own network'],
    [[{ ...good, url: 'https://[fd00::1]/' }], '0.url: it leads into your own network'],
    [[{ ...good, secret: undefined }], '0.secret: give either secret, or secretFile'],
    [[{ ...good, secretFile: 'x' }], '0.secret: give either secret, or secretFile'],
    [
      [{ ...good, secret: undefined, secretFile: '/there/is/none' }],
      '0.secretFile: the file "/there/is/none"',
    ],
    [[{ ...good, secret: key(16) }], '0.secret: it must be "whsec_" and 24 to 64 bytes'],
    [[{ ...good, secret: key(32).slice(6) }], '0.secret: it must be "whsec_"'],
    [[good, good], '1.name: "portal" is there twice'],
    [[{ ...good, password: '1' }], '0: '],
  ])('is corrected in a sentence: %j', (said, sentence) => {
    const { faults } = read(said);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({
      variable: 'HTSD_WEBHOOKS',
      sentence: expect.stringContaining(sentence) as string,
    });
    // A secret is written into no log.
    expect(faults[0]!.sentence).not.toContain(key(16));
  });

  it('hears of all mistakes at once', () => {
    expect(
      read([
        { ...good, url: 'x', secret: 'y' },
        { ...good, name: '' },
      ]).faults,
    ).toHaveLength(3);
  });
});
