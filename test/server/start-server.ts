import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { memoryFiles } from '../../src/server/files/disk-files.js';
import { closerOf } from '../../src/server/http/close-server.js';
import { createApp, type AppOptions } from '../../src/server/http/app.js';
import { tokenIdentity } from '../../src/server/identity/tokens.js';
import { openDatabase, type Database } from '../../src/server/storage/database.js';
import { ownDatabase } from './own-database.js';
import { audience, createSigner, issuer, type Signer } from './keys.js';

export interface TestServer {
  url: string;
  database: Database;
  signer: Signer;
  /** What went wrong in a way that nobody foresaw. */
  told: unknown[];
  close(): Promise<void>;
}

/** A real server on loopback with a database of its own. */
export async function startServer({
  signer: given,
  ...options
}: Partial<AppOptions & { signer: Signer }> = {}): Promise<TestServer> {
  const [database, signer] = await Promise.all([
    options.database ?? ownDatabase().then((url) => openDatabase({ url, connections: 8 })),
    given ?? createSigner(),
  ]);
  const told: unknown[] = [];
  const app = createApp({
    ...{ database, files: memoryFiles(), now: () => new Date(), tell: (error: unknown) => told.push(error) },
    identify: tokenIdentity({ issuers: [{ issuer, audience, keys: signer.keys }], province: 'demo' }),
    ...options,
  });
  const server = await new Promise<ReturnType<typeof serve>>((done) => {
    const starting = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => done(starting));
  });
  const close = closerOf(server);
  const { port } = server.address() as AddressInfo;
  return {
    ...{ url: `http://127.0.0.1:${port}`, database, signer, told },
    async close() {
      await close();
      if (!options.database) await database.close();
    },
  };
}
