import fs, { mkdtempSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, newId, officer } from '../../src/backend/conformance/scene.js';
import { presets } from '../../src/presets/catalog.js';
import { openDatabase, type Database } from '../../src/server/storage/database.js';
import { startServer, type TestServer } from './start-server.js';

const folder = mkdtempSync(join(tmpdir(), 'htsd-full-disk-'));
const { openSync, writeSync } = fs;
/** Open files of the database. */
const own = new Set<number>();
let full = false;
let database: Database;
let server: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  // The disk is full for the database alone, as the system says it: what it writes is refused, what it has stays.
  fs.openSync = (path, ...more) => {
    const file = openSync(path, ...more);
    if (String(path).startsWith(folder)) own.add(file);
    else own.delete(file);
    return file;
  };
  fs.writeSync = ((file: number, ...more: [never]) => {
    if (full && own.has(file))
      throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC', errno: -28 });
    return writeSync(file, ...more);
  }) as typeof writeSync;
  syncBuiltinESMExports();
  database = await openDatabase({ folder });
  server = await startServer({ database, catalog: presets });
  headers = { Authorization: `Bearer ${await server.signer.token(officer, 'demo')}` };
});
afterAll(async () => {
  Object.assign(fs, { openSync, writeSync });
  syncBuiltinESMExports();
  await server.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const registration = (id: string) =>
  command('subject.register', id, 0, {
    ...{ model: 'unit', name: 'Trường', place: { name: 'Xã Mẫu' }, facts: {}, cycle: '2026' },
    criteria: { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' },
  });
async function send(one: object): Promise<unknown> {
  const body = JSON.stringify({ commands: [one] });
  const answer = await fetch(`${server.url}/v1/commands`, { method: 'POST', headers, body });
  const said = (await answer.json()) as { receipts?: { status: string }[]; error?: unknown };
  return said.receipts?.[0]?.status ?? said.error;
}
const ready = async () => (await fetch(`${server.url}/ready`)).status;

it('the embedded database on a full disk refuses for as long as it is full, and loses and doubles nothing', async () => {
  const [before, meanwhile, next] = [newId(), newId(), newId()].map(registration);
  expect(await send(before!)).toBe('applied');
  full = true;
  const later = { code: 'server', retryable: true };
  expect(await send(meanwhile!)).toMatchObject(later);
  expect(await send(next!), 'it answers, and does not hang').toMatchObject(later);
  expect(await ready()).toBe(500);
  expect(server.told.splice(0)[0]).toMatchObject({ code: '53100' });
  full = false;
  expect(await ready()).toBe(200);
  expect(await send(before!)).toBe('duplicate');
  expect(await send(meanwhile!)).toBe('applied');
  expect(await send(meanwhile!)).toBe('duplicate');
  // Behind the wall as before: whoever reads is not the owner of the tables.
  const rows = await database.behind({ role: 'reader', province: '99' }, (db) =>
    db.selectFrom('record').select('id').execute(),
  );
  expect(rows).toEqual([]);
  await database.close();
  const again = await openDatabase({ folder });
  const ids = await again.behind({ role: 'writer', province: 'demo' }, (db) =>
    db.selectFrom('record').select('id').where('type', '=', 'subject').orderBy('id').execute(),
  );
  expect(ids.map(({ id }) => id)).toEqual([before!.record, meanwhile!.record].sort());
  await again.close();
});
