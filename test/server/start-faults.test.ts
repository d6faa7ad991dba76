import pg from 'pg';
import { Hono } from 'hono';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { closerOf } from '../../src/server/http/close-server.js';
import { listen } from '../../src/server/http/listen.js';
import { makeFolder } from '../../src/server/make-folder.js';
import { starting } from '../../src/server/start-faults.js';
import { openDatabase } from '../../src/server/storage/database.js';
import { ownDatabase } from './own-database.js';

const opened = (url: string) => starting('database', () => openDatabase({ url, connections: 2 }));
const fault = (variable: string, code: number, sentence: RegExp) => ({
  fault: { variable, code, sentence: expect.stringMatching(sentence) as string },
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

it('a database of a newer version is left as it is, and its operator told to start that one', async () => {
  const url = await ownDatabase();
  await (await openDatabase({ url })).close();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const steps = async () =>
    (await client.query<{ name: string }>('select name from htsd_migration order by name')).rows;
  try {
    await client.query(`insert into htsd_migration (name, timestamp) values ('9999-later', '2030-01-01')`);
    const before = await steps();
    await expect(opened(url)).rejects.toMatchObject(fault('DATABASE_URL', 78, /newer version.*9999-later/));
    expect(await steps()).toEqual(before);
  } finally {
    await client.end();
  }
});

it('a database that cannot be had is told of in a sentence, and no word of the password', async () => {
  const url = await ownDatabase();
  const other = (change: (url: URL) => void): string => {
    const changed = new URL(url);
    change(changed);
    return changed.href;
  };
  const port = String(await freePort());
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`do $$ begin if not exists (select from pg_roles where rolname = 'weak') then
    create role weak login password 'weak'; end if; end $$`);
  await client.end();
  for (const [address, code, sentence] of [
    [other((to) => (to.port = port)), 75, new RegExp(`cannot be reached.*${port}.*ECONNREFUSED`)],
    [other((to) => (to.pathname = '/nowhere')), 78, /no database of this name/],
    [other((to) => (to.password = 'geheim')), 78, /refuses the user or the password/],
    [other((to) => (to.username = to.password = 'weak')), 78, /may not create roles and tables/],
  ] as const) {
    const failure = await opened(address).catch((error: unknown) => error);
    expect(failure).toMatchObject(fault('DATABASE_URL', code, sentence));
    expect((failure as Error).message).not.toContain('geheim');
  }
});

it('where it cannot listen it says so, and does not fall over', async () => {
  const app = new Hono();
  const { server, port } = await listen(app.fetch, '127.0.0.1', 0);
  const taken = (step: 'listen' | 'metrics') => starting(step, () => listen(app.fetch, '127.0.0.1', port));
  const sentence = new RegExp(`Another program listens there already \\(127.0.0.1:${port}\\)`);
  await expect(taken('listen')).rejects.toMatchObject(fault('PORT', 75, sentence));
  await expect(taken('metrics')).rejects.toMatchObject(fault('HTSD_METRICS_PORT', 75, sentence));
  await expect(starting('listen', () => listen(app.fetch, '192.0.2.1', 0))).rejects.toMatchObject(
    fault('HTSD_HOST', 78, /no such address \(192\.0\.2\.1/),
  );
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  await closerOf(server)();
});

it('a folder that is none is told of in a sentence', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'htsd-start-'));
  try {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const made = (path: string) => starting('data', () => makeFolder(path));
    for (const path of [file, join(file, 'data'), join(file, 'more', 'data')])
      await expect(made(path)).rejects.toMatchObject(fault('HTSD_DATA', 78, /name a folder/));
    // Where nothing can be made the system says that it is not there, again and again to who goes on asking.
    for (const path of ['/proc/htsd', '/proc/htsd/data', ''])
      await expect(made(path)).rejects.toMatchObject(
        fault('HTSD_DATA', 78, /No folder can be made there|may not write/),
      );
    await expect(made(join(folder, 'x'.repeat(300)))).rejects.toMatchObject(
      fault('HTSD_DATA', 78, /longer than the system allows/),
    );
    const deep = join(folder, 'one', 'two', 'data');
    await made(deep);
    await made(deep);
    expect(statSync(deep).isDirectory()).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('what nobody foresaw stays what it is', async () => {
  const failure = new TypeError('x');
  await expect(
    starting('database', () => {
      throw failure;
    }),
  ).rejects.toBe(failure);
});
