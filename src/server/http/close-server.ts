import type { ServerType } from '@hono/node-server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * Answers how to close a server: requests under way end; connections on which nothing was asked yet, such as browsers open
 * for later, are not waited for, which a server of Node does for a minute.
 */
export function closerOf(server: ServerType): () => Promise<void> {
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  let closing = false;
  const closeIdle = (): void => {
    if (closing && 'closeIdleConnections' in server) server.closeIdleConnections();
  };
  server.on('request', ({ socket }: IncomingMessage, answer: ServerResponse) => {
    silent.delete(socket);
    // Otherwise kept for a next request, which nobody would answer.
    answer.once('close', () => setImmediate(closeIdle));
  });
  return () =>
    new Promise((done) => {
      closing = true;
      server.close(() => done());
      closeIdle();
      for (const socket of silent) socket.destroy();
    });
}
