import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/** Fires when whoever asks has gone before he was answered. */
export function goneSignal({ env, req }: Context): AbortSignal {
  const outgoing = (env as Partial<HttpBindings> | undefined)?.outgoing;
  // Asked without a network, as tests do.
  if (!outgoing) return req.raw.signal;
  const gone = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  return gone.signal;
}
