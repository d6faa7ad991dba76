import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, cycle, newId, officer, type Scene } from '../../src/backend/conformance/scene.js';
import type { HtsdError } from '../../src/backend/errors.js';
import type { Backend } from '../../src/backend/port.js';
import type { Command } from '../../src/domain/command.schema.js';
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

const person = (number: number): Promise<Backend> => scene.as({ ...officer, id: `person-${number}` });
const registration = (): Command =>
  command('subject.register', newId(), 0, {
    ...{ model: 'unit', name: 'Trường Mầm non Hoa Sen', place: { name: 'Xã Mẫu' }, facts: {}, cycle },
    criteria: { id: scene.set.id, version: scene.set.version },
  });

/** In how many transactions these commands were written. */
async function transactions(ids: readonly string[]): Promise<number> {
  const { rows } = await server.database.behind({ role: 'writer', province: scene.tenant }, (db) =>
    sql<{
      count: string;
    }>`select count(distinct xmin::text) as count from command where id in (${sql.join(ids)})`.execute(db),
  );
  return Number(rows[0]!.count);
}

describe('commands that many send one by one at the same time', () => {
  it('are written with few statements, each answered to who sent it, and counted once', async () => {
    const people = await Promise.all(Array.from({ length: 40 }, (_, number) => person(number)));
    const commands = people.map(registration);
    const receipts = await Promise.all(people.map((one, at) => one.execute([commands[at]!])));
    expect(receipts.map(([receipt]) => [receipt?.status, receipt?.id])).toEqual(
      commands.map(({ id }) => ['applied', id]),
    );
    expect(await transactions(commands.map(({ id }) => id))).toBeLessThan(40);
    for (const [at, one] of people.entries())
      expect((await one.query('subjects.list', { mine: true })).items.map(({ id }) => id)).toEqual([
        commands[at]!.record,
      ]);
    const { items } = await people[0]!.query('tallies.list', { cycle });
    expect(items.reduce((sum, { counts }) => sum + counts.registered, 0)).toBe(40);
  });

  it('fail for who sent what cannot be, and for nobody else', async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, number) => person(100 + number)));
    const commands = people.map(registration);
    const nonsense = { ...registration(), id: 'no id at all!' };
    const answers = await Promise.allSettled(
      people.map((one, at) => one.execute([at % 5 === 2 ? nonsense : commands[at]!])),
    );
    expect(
      answers.map((answer) =>
        answer.status === 'fulfilled' ? answer.value[0]?.status : (answer.reason as HtsdError).code,
      ),
    ).toEqual(people.map((_, at) => (at % 5 === 2 ? 'invalid' : 'applied')));
  });

  it('are decided in order: of two on one version one is applied, and one command sent twice counts once', async () => {
    const owner = await person(0);
    const { id } = await scene.openAssessment(owner);
    const answers = ['a', 'b', 'c'].map((note) =>
      command('assessment.answer', id, 1, { answers: { c1: { note } } }),
    );
    const noise = await Promise.all(Array.from({ length: 10 }, (_, number) => person(200 + number)));
    const all = [...answers, answers[0]!].map((one) => owner.execute([one]));
    await Promise.all([...all, ...noise.map((one) => one.execute([registration()]))]);
    const statuses = (await Promise.all(all)).map(([receipt]) => receipt?.status).sort();
    expect([
      ['applied', 'conflict', 'conflict', 'conflict'],
      ['applied', 'conflict', 'conflict', 'duplicate'],
    ]).toContainEqual(statuses);
    expect((await scene.getAssessment(owner, id)).version).toBe(2);
  });
});
