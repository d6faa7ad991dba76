import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../embed/frame/settings.js';
import { startServer, type TestServer } from './start-server.js';

const page = (name: string): string =>
  readFileSync(new URL(`../../embed/pages/${name}`, import.meta.url), 'utf8');
const portal = 'https://portal.example.vn';

let folder = '';
let kept = '';
let open: TestServer;
let closed: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'htsd-doors-'));
  mkdirSync(join(folder, 'chunks'));
  mkdirSync(join(folder, 'server'));
  for (const name of ['frame.html', 'verify.html']) writeFileSync(join(folder, name), page(name));
  writeFileSync(join(folder, 'htsd.js'), `console.log('${'x'.repeat(4_000)}')`);
  writeFileSync(join(folder, 'htsd.js.map'), '{}');
  writeFileSync(join(folder, 'chunks', 'a-b_1.js'), 'export {};');
  writeFileSync(join(folder, 'server', 'htsd-server.js'), 'the program');
  kept = mkdtempSync(join(tmpdir(), 'htsd-kept-'));
  const doors = { folder, kept, version: '1.4.2', province: '25' };
  open = await startServer({ doors: { ...doors, frameOrigins: [portal] } });
  closed = await startServer({ doors: { ...doors, frameOrigins: [] } });
});
afterAll(async () => {
  await open.close();
  await closed.close();
  rmSync(folder, { recursive: true });
  rmSync(kept, { recursive: true });
});

/** Asks for a path as it is: `fetch` would tidy it up, and read what is made smaller. */
const ask = (
  { url }: TestServer,
  path: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> =>
  new Promise((done, fail) => {
    get({ host: '127.0.0.1', port: new URL(url).port, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        done({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    }).on('error', fail);
  });

const metaOf = (html: string): string =>
  /name="htsd-embed" content="(.*?)"/.exec(html)![1]!.replaceAll('&quot;', '"').replaceAll('&amp;', '&');

describe('the page for frames', () => {
  it('may be shown by this server only, unless somebody is named', async () => {
    const { headers, body } = await ask(closed, '/embed/frame.html?component=target-gauge');
    expect(headers['content-security-policy']).toMatch(/; frame-ancestors 'self'$/);
    expect(readSettings(metaOf(body.toString())).origins).toEqual([]);
  });

  it('may be shown by who is named, and knows them and its server', async () => {
    const { headers, body } = await ask(open, '/embed/frame.html');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'self';.* require-trusted-types-for 'script'; frame-ancestors 'self' https:\/\/portal\.example\.vn$/,
    );
    expect(headers).not.toHaveProperty('x-frame-options');
    expect(headers['cache-control']).toBe('no-cache');
    expect(readSettings(metaOf(body.toString()))).toEqual({
      ...{ origins: [portal], baseUrl: '../', province: '25', versions: true },
      verifyHref: 'verify.html',
    });
  });

  it.each(['frame.html', 'htsd.js', '1.4.2/htsd.js'])(
    'may stand in a page that is isolated, with all it fetches: %s',
    async (name) =>
      expect((await ask(open, `/embed/${name}`)).headers).toMatchObject({
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'cross-origin',
      }),
  );

  it('finds its server from the folder of its version, too', async () => {
    const { body } = await ask(open, '/embed/1.4.2/frame.html');
    expect(readSettings(metaOf(body.toString())).baseUrl).toBe('../../');
  });
});

it('the page that checks badges asks this server, and is framed by nobody', async () => {
  const { headers, body } = await ask(open, '/embed/verify.html');
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-frame-options']).toBe('DENY');
  expect(body.toString()).toContain('src="htsd.js" data-base-url="../"');
});

describe('a script', () => {
  it('may be used by every site, smaller where that is understood, and is not sent twice', async () => {
    const plain = await ask(open, '/embed/htsd.js');
    expect(plain.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    const small = await ask(open, '/embed/htsd.js', { 'Accept-Encoding': 'gzip, br' });
    expect(small.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(small.body).equals(plain.body)).toBe(true);
    expect(small.body.length).toBeLessThan(plain.body.length / 4);
    const again = await ask(open, '/embed/htsd.js', { 'If-None-Match': String(plain.headers['etag']) });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it.each(['/embed/chunks/a-b_1.js', '/embed/1.4.2/htsd.js', '/embed/1.4.2/chunks/a-b_1.js'])(
    'never changes below %s',
    async (path) => {
      const { status, headers } = await ask(open, path);
      expect([status, headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    },
  );
});

it('a version that ran here before is still had after an upgrade, as it was', async () => {
  const before = await ask(open, '/embed/1.4.2/htsd.js');
  const next = mkdtempSync(join(tmpdir(), 'htsd-next-'));
  writeFileSync(join(next, 'htsd.js'), 'console.log("new")');
  const upgraded = await startServer({
    doors: { folder: next, kept, version: '1.5.0', province: '25', frameOrigins: [] },
  });
  try {
    expect((await ask(upgraded, '/embed/1.4.2/htsd.js')).body.equals(before.body)).toBe(true);
    for (const path of ['/embed/1.5.0/htsd.js', '/embed/htsd.js'])
      expect((await ask(upgraded, path)).body.toString()).toBe('console.log("new")');
  } finally {
    await upgraded.close();
    rmSync(next, { recursive: true });
  }
});

it.each([
  '/embed/1.4.1/htsd.js',
  '/embed/nothing.js',
  '/embed/htsd.js.map',
  '/embed/server/htsd-server.js',
  '/embed/../package.json',
  '/embed/..%2fserver%2fhtsd-server.js',
  '/embed/chunks/../../package.json',
  '/embed/constructor',
])('%s is nothing that is given out', async (path) => {
  const { status, body } = await ask(open, path);
  expect(status).toBe(404);
  expect(body.toString()).not.toContain('the program');
});
