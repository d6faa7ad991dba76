import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

/**
 * What a request says under a name in small letters. Node has read all headers already: asking the `Request` makes an object
 * of all of them anew.
 */
export function headerOf({ env, req }: Context, name: string): string | undefined {
  const incoming = (env as Partial<HttpBindings> | undefined)?.incoming;
  // Asked without a network, as tests do.
  if (!incoming) return req.header(name);
  const value = incoming.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
