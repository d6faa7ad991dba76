import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Socket } from 'node:net';

/** One for all requests of a connection, which come one after the other. */
const gone = new WeakMap<Socket, AbortSignal>();

/** Fires when whoever asks has gone before he was answered; after that it is nobody's concern any more. */
export function goneSignal({ env, req }: Context): AbortSignal {
  const socket = (env as Partial<HttpBindings> | undefined)?.incoming?.socket;
  // Asked without a network, as tests do.
  if (!socket) return req.raw.signal;
  const known = gone.get(socket);
  if (known) return known;
  const controller = new AbortController();
  gone.set(socket, controller.signal);
  if (socket.destroyed) controller.abort();
  else socket.once('close', () => controller.abort());
  return controller.signal;
}
