import { serve } from '@hono/node-server';
import { EventEmitter, once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { closerOf } from './close-server.js';

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
