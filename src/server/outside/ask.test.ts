import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { isInner } from './addresses.js';
import { ask } from './ask.js';
import { fetchJson } from './fetch-json.js';

describe('an address that leads inside', () => {
  it.each([
    ...[
      '127.0.0.1',
      '127.8.8.8',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
    ],
    ...[
      '100.64.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
      '::1',
      '::',
      'fc00::1',
      'fd12::1',
      'fe80::1',
    ],
    ...['ff02::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::'],
  ])('is known: %s', (ip) => expect(isInner(ip)).toBe(true));

  it.each(['8.8.8.8', '113.160.1.1', '172.32.0.1', '2400:cb00::1', '::ffff:8.8.8.8'])(
    'is not taken for one: %s',
    (ip) => expect(isInner(ip)).toBe(false),
  );

  it('is not asked, whether it is written out or hidden behind a name', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url!);
      response.end('{"ok":true}');
    });
    await new Promise<void>((done) => server.listen(0, 'localhost', done));
    const { port } = server.address() as AddressInfo;
    try {
      const named = new URL(`http://localhost:${port}/named`);
      await expect(fetchJson(named)).rejects.toThrow('inside the network');
      await expect(fetchJson(new URL('https://10.0.0.1/'))).rejects.toThrow('inside the network');
      await expect(fetchJson(new URL('https://[::1]/'))).rejects.toThrow('inside the network');
      // As browsers and `fetch` write 127.0.0.1, too.
      await expect(fetchJson(new URL('https://0x7f.1/'))).rejects.toThrow('inside the network');
      expect(asked).toEqual([]);
      expect(await fetchJson(named, { internal: true })).toEqual({ ok: true });
    } finally {
      await new Promise((done) => server.close(done));
    }
  });

  it('is told something, and read no further than is wanted, however long it answers', async () => {
    const told: string[] = [];
    const server = createServer((request, response) => {
      request.on('data', (part: Buffer) => told.push(`${request.method} ${part.toString()}`));
      request.on('end', () => {
        response.writeHead(202, { 'Retry-After': '7' });
        const on = (): void =>
          void (response.destroyed || response.write('a'.repeat(65_536), () => setImmediate(on)));
        on();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const url = new URL(`http://127.0.0.1:${port}/`);
    try {
      const said = await ask(url, { internal: true, body: 'việc', headOnly: true });
      expect(said).toMatchObject({ status: 202, headers: { 'retry-after': '7' }, text: '' });
      expect(told).toEqual(['POST việc']);
      await expect(ask(url, { internal: true, body: 'việc', most: 100_000 })).rejects.toThrow('too large');
    } finally {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });

  it('that says nothing is given up', async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    try {
      const silent = fetchJson(new URL(`http://127.0.0.1:${port}/`), { internal: true, timeout: 50 });
      await expect(silent).rejects.toMatchObject({ name: 'AbortError' });
    } finally {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    }
  });
});
