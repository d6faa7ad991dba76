import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { goneSignal } from './gone-signal.js';

it('fires for whoever went away before he was answered, and not before', async () => {
  const heard: AbortSignal[] = [];
  let ask = (): void => undefined;
  const app = new Hono();
  app.get('/answered', (context) => {
    heard.push(goneSignal(context));
    return context.text('');
  });
  app.get('/never', (context) => {
    heard.push(goneSignal(context));
    ask();
    return new Promise(() => undefined);
  });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write('GET /answered HTTP/1.1\r\nHost: a\r\n\r\n');
  await once(socket, 'data');
  const asked = new Promise<void>((done) => (ask = done));
  socket.write('GET /never HTTP/1.1\r\nHost: a\r\n\r\n');
  await asked;
  expect(heard.map(({ aborted }) => aborted)).toEqual([false, false]);
  const gone = once(heard[1]!, 'abort');
  socket.destroy();
  await gone;
  expect(heard[1]!.aborted).toBe(true);
  server.close();
});
