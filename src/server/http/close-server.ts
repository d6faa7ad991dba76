import type { ServerType } from '@hono/node-server';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface Patience {
  /** Milliseconds for which nothing may move where it is the other side's turn. Default 5,000. */
  still?: number | undefined;
  /** Milliseconds after which whoever still sends or takes is cut all the same. Default 15,000. */
  most?: number | undefined;
}

/** What is under way on a connection. */
interface Line {
  open: Map<IncomingMessage, ServerResponse>;
  /** Bytes that had moved when it was looked at last, and since when it is no more. */
  moved: number;
  since: number;
}

/**
 * Answers how to close a server: requests under way end; connections on which nothing was asked yet, such as browsers open
 * for later, are not waited for, which a server of Node does for a minute. Who sends or takes nothing any more, as a phone that has
 * lost its network in the middle of a file, is cut after a moment: he goes on with what has arrived. For what the program itself
 * has still to do it waits as long as that takes.
 */
export function closerOf(
  server: ServerType,
  { still = 5_000, most = 15_000 }: Patience = {},
): () => Promise<void> {
  const lines = new Map<Socket, Line>();
  const lineOf = (socket: Socket): Line => {
    const line = lines.get(socket) ?? { open: new Map(), moved: 0, since: 0 };
    if (!lines.has(socket)) socket.once('close', () => lines.delete(socket));
    lines.set(socket, line);
    return line;
  };
  const silent = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    lineOf(socket);
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  let closing = false;
  const closeIdle = (): void => {
    if (closing && 'closeIdleConnections' in server) server.closeIdleConnections();
  };
  server.on('request', (request: IncomingMessage, answer: ServerResponse) => {
    const { socket } = request;
    silent.delete(socket);
    const { open } = lineOf(socket);
    open.set(request, answer);
    answer.once('close', () => {
      open.delete(request);
      // Otherwise kept for a next request, which nobody would answer.
      setImmediate(closeIdle);
    });
  });

  function cutStill(begun: number): void {
    const now = performance.now();
    for (const [socket, line] of lines) {
      const moved = socket.bytesRead + socket.bytesWritten - socket.writableLength;
      if (moved !== line.moved || !isTheirTurn(socket, line)) Object.assign(line, { moved, since: now });
      if (now - line.since >= still || (now - begun >= most && isTheirTurn(socket, line))) socket.destroy();
    }
  }

  return () =>
    new Promise((done) => {
      closing = true;
      const begun = performance.now();
      for (const line of lines.values()) line.since = begun;
      const looking = setInterval(() => cutStill(begun), Math.min(still, most) / 5);
      server.close(() => {
        clearInterval(looking);
        done();
      });
      closeIdle();
      for (const socket of silent) socket.destroy();
    });
}

/** A request that has not come whole, or an answer that is not taken; or nothing is asked of the program. */
function isTheirTurn(socket: Socket, { open }: Line): boolean {
  const all = [...open];
  return all.length === 0 || socket.writableLength > 0 || all.some(([request]) => !request.complete);
}
