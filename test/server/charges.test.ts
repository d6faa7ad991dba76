import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { command, cycle, newId, officer, type Scene } from '../../src/backend/conformance/scene.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { chargesOf } from '../../src/server/identity/charges.js';
import { sceneOn } from './scene-on.js';
import { startServer, type TestServer } from './start-server.js';

let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startServer();
  scene = await sceneOn(server);
});
afterAll(async () => {
  await scene.end();
  await server.close();
});

/** Enters the communes of a province, past the program. */
async function put(province: string, ...codes: string[]): Promise<void> {
  const localities = codes.map((code) => ({
    ...{ code, level: 'commune', from: '2025-07-01', name: { vi: code } },
  }));
  const value = JSON.stringify({ id: province, version: codes.length, localities, events: [] });
  await server.database.behind({ role: 'writer', province }, (db) =>
    sql`insert into record (province, type, id, version, value)
      values (${province}, 'places', ${province}, ${codes.length}, ${value})
      on conflict (province, type, id) do update set version = excluded.version, value = excluded.value`.execute(
      db,
    ),
  );
}

const local = (code: string): Actor => ({
  id: `xa-${code}`,
  name: 'Lò Văn Chín',
  roles: ['officer'],
  scope: [code],
});

it('asks whether places have changed, but where it was asked a moment ago and that will do', async () => {
  const province = newId();
  let asked = 0;
  const database: TestServer['database'] = {
    ...server.database,
    behind: (asking, work) => ((asked += 1), server.database.behind(asking, work)),
  };
  const charges = chargesOf({ database, now: () => new Date() });
  const placesOf = async (code: string, moment?: number) =>
    (await charges.of({ actor: local(code), province }, moment)).actor?.places;
  await put(province, '07210');
  expect(await placesOf('07210', 3_600_000)).toEqual(['07210']);
  const before = asked;
  // As another copy of the program does it.
  await put(province, '07210', '07213');
  const some = [await placesOf('07213', 3_600_000), await placesOf('07210', 3_600_000)];
  expect(some).toEqual([undefined, ['07210']]);
  expect(asked).toBe(before);
  expect(await placesOf('07213')).toEqual(['07213']);
  expect(await placesOf('07213', 3_600_000)).toEqual(['07213']);
});

it('refuses nobody by places as they were a moment ago', async () => {
  const owner = await scene.as(officer);
  const subject = newId();
  const about = { model: scene.set.model, place: { name: 'Xã', code: '07213' }, facts: {}, cycle };
  const criteria = { id: scene.set.id, version: scene.set.version };
  const name = 'Trường Mầm non Hoa Sen';
  const registering = command('subject.register', subject, 0, { ...about, name, criteria });
  expect(await owner.execute([registering])).toMatchObject([{ status: 'applied' }]);

  const person = await scene.as(local('07213'));
  const open = () => command('assessment.open', newId(), 0, { subject, cycle });
  await put(scene.tenant, '07210');
  expect(await person.execute([open()])).toMatchObject([{ status: 'rejected', code: 'forbidden' }]);
  await put(scene.tenant, '07210', '07213');
  expect(await person.execute([open()])).toMatchObject([{ status: 'applied' }]);
});
