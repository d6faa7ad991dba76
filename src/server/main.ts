import { serve } from '@hono/node-server';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { presets } from '../presets/catalog.js';
import { readConfig } from './config.js';
import { diskFiles } from './files/disk-files.js';
import { createApp } from './http/app.js';
import { createDemoSignIn } from './identity/demo-sign-in.js';
import { tokenIdentity } from './identity/tokens.js';
import { failureFields, jsonLog } from './log.js';
import { openDatabase } from './storage/database.js';

declare const __HTSD_VERSION__: string;

const now = (): Date => new Date();
const log = jsonLog((line) => process.stdout.write(line), now);

/** Seconds that requests under way are given when the server is asked to stop. */
const grace = 20;

async function main(): Promise<void> {
  const { config, faults } = readConfig(process.env);
  if (!config) {
    for (const { variable, sentence } of faults) process.stderr.write(`${variable}: ${sentence}\n`);
    process.exitCode = 78;
    return;
  }
  const { databaseUrl, data, connections, province, issuers, origins, host, port } = config;
  mkdirSync(data, { recursive: true });
  const database = await openDatabase(
    databaseUrl === undefined ? { folder: join(data, 'database') } : { url: databaseUrl, connections },
  );
  const demo = config.demo ? await createDemoSignIn(province) : undefined;
  if (demo) log('info', 'DEMO: whoever asks is signed in as anybody; no real data here');
  const app = createApp({
    ...{ database, files: diskFiles(join(data, 'files')), catalog: presets, now, origins },
    version: __HTSD_VERSION__,
    ...{ demo, identify: tokenIdentity({ issuers: demo ? [...issuers, demo.issuer] : issuers, province }) },
    tell: (error) => log('error', 'failure', failureFields(error)),
  });
  const server = serve({ fetch: app.fetch, hostname: host, port }, ({ port: open }) =>
    log('info', 'listening', { port: open, database: database.kind }),
  );
  const stop = (): void => {
    log('info', 'stopping');
    // What is under way ends; what hangs is cut, so that a restart does not wait for it.
    const late = setTimeout(() => process.exit(1), grace * 1_000);
    late.unref();
    server.close(() => {
      void database.close().then(() => clearTimeout(late));
    });
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  log('error', 'start-failed', failureFields(error));
  process.exitCode = 1;
});
