import { serve } from '@hono/node-server';
import { EventEmitter, once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { closerOf, type Patience } from './close-server.js';

it('closes at once where nothing was asked on a connection, and ends what was', async () => {
  const answer = new EventEmitter();
  const server = serve({
    ...{ port: 0, hostname: '127.0.0.1' },
    fetch: async () => {
      const ready = once(answer, 'ready');
      answer.emit('asked');
      await ready;
      return new Response('whole');
    },
  });
  await once(server, 'listening');
  const close = closerOf(server);
  const { port } = server.address() as AddressInfo;
  const silent = connect(port, '127.0.0.1');
  await once(server, 'connection');
  const asked = once(answer, 'asked');
  const fetched = fetch(`http://127.0.0.1:${port}/`).then((response) => response.text());
  await asked;

  const gone = once(silent, 'close');
  const closed = close();
  await gone;
  answer.emit('ready');
  expect(await fetched).toBe('whole');
  await closed;
});

/** A server that answers once a body has come whole; `calls` tells what it has heard. */
async function collecting(patience: Patience) {
  const heard = new EventEmitter();
  const server = serve({
    ...{ port: 0, hostname: '127.0.0.1' },
    fetch: async (request) => {
      heard.emit('asked');
      if (request.method === 'GET') return new Response(new Uint8Array(20_000_000));
      return new Response(
        await request.text().then(
          (text) => `${text.length}`,
          () => 'cut',
        ),
      );
    },
  });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const ask = async (head: string, body = '') => {
    const asked = once(heard, 'asked');
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(`${head} HTTP/1.1\r\nHost: x\r\n${body}`);
    if (body.includes('\r\n\r\n')) await asked;
    else await once(server, 'connection');
    return socket;
  };
  return { close: closerOf(server, patience), ask };
}

it('does not wait for who sends or takes nothing any more', async () => {
  const { close, ask } = await collecting({ still: 50, most: 60_000 });
  const sockets = [
    await ask('PUT /', 'Content-Length: 100\r\n\r\nhalf'),
    // Takes nothing: it is not read from.
    await ask('GET /', '\r\n'),
    await ask('GET /', 'X-Half: '),
  ];
  await close();
  for (const socket of sockets) socket.destroy();
});

it('answers who goes on sending while it closes, though not without end', async () => {
  const { close, ask } = await collecting({ still: 1_000, most: 60_000 });
  const socket = await ask('PUT /', 'Content-Length: 100\r\n\r\n');
  const answered = once(socket, 'data') as Promise<[Buffer]>;
  const closed = close();
  for (let sent = 0; sent < 100; sent += 1) {
    socket.write('x');
    await new Promise((done) => setImmediate(done));
  }
  expect(String((await answered)[0])).toContain('200 OK');
  await closed;

  const slow = await collecting({ still: 60_000, most: 50 });
  const endless = await slow.ask('PUT /', 'Content-Length: 100000000\r\n\r\n');
  const gone = once(endless, 'close');
  const sending = setInterval(() => endless.write('x'), 5);
  await slow.close();
  clearInterval(sending);
  endless.destroy();
  await gone;
});
