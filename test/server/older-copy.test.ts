/** A copy of the program that still runs while a newer one has changed the form of what is kept. */
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { command, officer, type Scene } from '../../src/backend/conformance/scene.js';
import { openDatabase } from '../../src/server/storage/database.js';
import { FORM } from '../../src/server/storage/migrate.js';
import { ownDatabase } from './own-database.js';
import { sceneOn } from './scene-on.js';
import { startServer, type TestServer } from './start-server.js';

let server: TestServer;
let scene: Scene;
/** Whom the tables belong to, and who is behind no wall. */
let keeper: pg.Client;
beforeEach(async () => {
  const url = await ownDatabase();
  server = await startServer({ database: await openDatabase({ url, connections: 2 }) });
  scene = await sceneOn(server);
  keeper = new pg.Client({ connectionString: url });
  await keeper.connect();
});
afterEach(async () => {
  await keeper.end();
  await scene.end();
  await server.close();
  await server.database.close();
});

const ready = async () => (await fetch(`${server.url}/ready`)).status;
const count = async (table: string) =>
  (await keeper.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;

it('writes nothing in its old form, and is not ready any more', async () => {
  const mine = await scene.as(officer);
  const { id, version } = await scene.openAssessment(mine);
  expect(await ready()).toBe(200);
  const before = [await count('command'), await count('record')];

  // What each step does to those that do not know it.
  await keeper.query(`begin;
    alter policy known_form on command with check ((select current_setting('htsd.form', true)) = '9999-later');
    insert into htsd_migration (name, timestamp) values ('9999-later', '2030-01-01'); commit`);
  const answer = command('assessment.answer', id, version, { answers: {} });
  await expect(mine.execute([answer])).rejects.toMatchObject({ code: 'server', retryable: true });
  await expect(scene.register(mine)).rejects.toMatchObject({ code: 'server' });
  expect([await count('command'), await count('record')]).toEqual(before);
  expect((await scene.getAssessment(mine, id)).version, 'what is read is as good as before').toBe(version);
  expect(await ready()).toBe(500);
  expect(server.told.at(-1)).toMatchObject({ name: 'NewerDatabase', step: '9999-later' });
});

it('is kept from writing by the last step, also where it knows of no form', async () => {
  const line = `insert into command (province, id, at, actor, kind, record, entry)
    values ('25', gen_random_uuid(), now(), 'x', 'subject.register', 'x', '{}')`;
  const as = (form: string | undefined) =>
    keeper.query(`set role htsd_writer; select set_config('htsd.province', '25', false);
      ${form === undefined ? 'reset htsd.form' : `set htsd.form = '${form}'`}; ${line}`);
  for (const form of [undefined, '', '0009-lists'])
    await expect(as(form)).rejects.toMatchObject({ code: '42501', message: /known_form/ });
  await as(FORM);
  await keeper.query('reset role');
  expect((await keeper.query('select max(name) as name from htsd_migration')).rows).toEqual([{ name: FORM }]);
});
