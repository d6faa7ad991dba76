import { serve, type ServerType } from '@hono/node-server';
import type { AddressInfo } from 'node:net';

/** Listens; answers when it does. Rejects where it cannot, with what the system says. */
export function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  hostname: string,
  port: number,
): Promise<{ server: ServerType; port: number }> {
  return new Promise((done, fail) => {
    const server = serve({ fetch, hostname, port }, ({ port: open }: AddressInfo) => {
      server.off('error', fail);
      done({ server, port: open });
    });
    server.once('error', fail);
  });
}
