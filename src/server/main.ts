import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { presets } from '../presets/catalog.js';
import { readConfig } from './config.js';
import { lockFolder } from './folder-lock.js';
import { diskFiles } from './files/disk-files.js';
import { checkStore, s3Files } from './files/s3-files.js';
import { diskUploads } from './files/uploads.js';
import { createApp } from './http/app.js';
import { closerOf } from './http/close-server.js';
import { listen } from './http/listen.js';
import { createMetrics, metricsApp } from './http/metrics.js';
import { createRateLimit } from './http/rate-limit.js';
import { createDemoSignIn } from './identity/demo-sign-in.js';
import { tokenIdentity } from './identity/tokens.js';
import { failureFields, jsonLog, nameOfFailure, together } from './log.js';
import { makeFolder } from './make-folder.js';
import { CannotStart, starting } from './start-faults.js';
import { openDatabase } from './storage/database.js';
import { isTask, runTask, taskHelp } from './upkeep/tasks.js';
import { createCourier } from './webhooks/courier.js';
import { createOutbox } from './webhooks/outbox.js';

declare const __HTSD_VERSION__: string;

const now = (): Date => new Date();
const log = jsonLog(
  together((lines) => process.stdout.write(lines)),
  now,
);

/** Seconds that requests under way are given when the server is asked to stop. */
const grace = 20;
/** The same for webhooks, which another copy sends or the next start. */
const webhookGrace = 10;

async function main(): Promise<void> {
  const [task, ...args] = process.argv.slice(2);
  if (task !== undefined && !isTask(task)) {
    process.stderr.write(taskHelp);
    process.exitCode = 64;
    return;
  }
  const { config, faults } = readConfig(process.env);
  if (!config) {
    for (const { variable, sentence } of faults) process.stderr.write(`${variable}: ${sentence}\n`);
    process.exitCode = 78;
    return;
  }
  const { databaseUrl, data, connections, province, issuers, origins, host, port, webhooks } = config;
  const unlock = await starting('data', () => {
    makeFolder(data);
    return databaseUrl === undefined ? lockFolder(data) : () => undefined;
  });
  if (!unlock) {
    process.stderr.write(`HTSD_DATA: Another program works on the database in "${data}": end it first.\n`);
    process.exitCode = 75;
    return;
  }
  process.once('exit', unlock);
  const database = await starting(databaseUrl === undefined ? 'data' : 'database', () =>
    openDatabase(
      databaseUrl === undefined
        ? { folder: join(data, 'database') }
        : { url: databaseUrl, connections, province },
    ),
  );
  const files = config.s3 ? s3Files(config.s3) : diskFiles(join(data, 'files'));
  const uploads = diskUploads(join(data, 'uploads'));
  const told = { database, catalog: presets, province, webhooks, now };
  const tell = (error: unknown, id?: string): void =>
    log('error', 'failure', { id, ...failureFields(error) });
  if (task !== undefined) {
    const print = (line: string): void => void process.stdout.write(`${line}\n`);
    const outgoing = createOutbox(told);
    process.exitCode = await runTask(task, args, {
      database,
      files,
      uploads,
      province,
      outgoing,
      now,
      print,
      tell,
    });
    await database.close();
    return;
  }
  const demo = config.demo ? await createDemoSignIn(province) : undefined;
  if (demo) log('info', 'DEMO: whoever asks is signed in as anybody; no real data here');
  const { personRate, addressRate, proxies, metricsPort, metricsHost } = config;
  const metrics = metricsPort === undefined ? undefined : createMetrics(__HTSD_VERSION__);
  const failed = (error: unknown, id?: string): void => {
    tell(error, id);
    metrics?.failed(nameOfFailure(error));
  };
  const limits = {
    ...(personRate > 0 && { person: createRateLimit({ perMinute: personRate }) }),
    ...(addressRate > 0 && { address: createRateLimit({ perMinute: addressRate }) }),
  };
  const courier =
    webhooks.length === 0
      ? undefined
      : createCourier({
          ...{ ...told, days: config.webhookDays, log, tell: failed },
          count: (...what) => metrics?.sent(...what),
          observe: (all) => metrics?.waiting(all),
        });
  const closing = new AbortController();
  const app = createApp({
    closing: closing.signal,
    outgoing: createOutbox({ ...told, wake: () => courier?.wake() }),
    ...{ log, metrics, limits, proxies },
    ...{ database, catalog: presets, now, origins },
    ...{ files, uploads },
    caps: { person: config.personMegabytes, province: config.provinceMegabytes },
    version: __HTSD_VERSION__,
    doors: {
      // The program lies in a folder of the library that it was built with.
      folder: fileURLToPath(new URL('..', import.meta.url)),
      version: __HTSD_VERSION__,
      kept: join(data, 'embed'),
      frameOrigins: config.frameOrigins,
      province,
    },
    ...{ demo, identify: tokenIdentity({ issuers: demo ? [...issuers, demo.issuer] : issuers, province }) },
    tell: failed,
  });
  const numbers =
    metrics &&
    (await starting('metrics', () => listen(metricsApp(metrics).fetch, metricsHost, metricsPort!)));
  if (numbers) log('info', 'metrics', { port: numbers.port });
  const { server, port: open } = await starting('listen', () => listen(app.fetch, host, port));
  const close = closerOf(server);
  log('info', 'listening', { port: open, database: database.kind });
  courier?.start();
  // It serves what else there is meanwhile; who set it up need not wait for somebody's evidence to hear of a wrong key.
  if (config.s3)
    checkStore(files, province).catch((error: unknown) => log('error', 'store-failed', failureFields(error)));
  const stop = (): void => {
    log('info', 'stopping');
    closing.abort();
    // What is under way ends; what hangs is cut, so that a restart does not wait for it.
    const late = setTimeout(() => process.exit(1), grace * 1_000);
    late.unref();
    numbers?.server.close();
    void Promise.all([close(), courier?.stop(webhookGrace * 1_000)])
      .then(() => database.close())
      .then(() => clearTimeout(late));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const known = error instanceof CannotStart ? error : undefined;
  log('error', 'start-failed', failureFields(error));
  if (known) process.stderr.write(`${known.fault.variable}: ${known.fault.sentence}\n`);
  process.exitCode = known?.fault.code ?? 1;
  // What was opened before it failed would hold the program; what was logged is written first.
  setImmediate(() => process.exit());
});
