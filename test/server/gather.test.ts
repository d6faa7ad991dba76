import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, cycle, newId, officer, type Scene } from '../../src/backend/conformance/scene.js';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import type { HtsdError } from '../../src/backend/errors.js';
import type { Backend } from '../../src/backend/port.js';
import type { Assessment } from '../../src/domain/assessment.schema.js';
import type { Command } from '../../src/domain/command.schema.js';
import { sceneOn } from './scene-on.js';
import { openDatabase } from '../../src/server/storage/database.js';
import { ownDatabase } from './own-database.js';
import { startServer, type TestServer } from './start-server.js';

let server: TestServer;
/** Another copy on the same PostgreSQL. */
let twin: TestServer;
let scene: Scene;
/** How often the server went to the database. */
let asked = 0;
beforeAll(async () => {
  const url = await ownDatabase();
  const database = await openDatabase({ url, connections: 8 });
  server = await startServer({
    database: { ...database, behind: (asking, work) => ((asked += 1), database.behind(asking, work)) },
  });
  twin = await startServer({ database: await openDatabase({ url, connections: 2 }), signer: server.signer });
  scene = await sceneOn(server);
});
afterAll(async () => {
  await scene.end();
  await Promise.all([server.close(), twin.close()]);
  await Promise.all([server.database.close(), twin.database.close()]);
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

  it('hold what all of them add to only when nothing else is left to wait for', async () => {
    const [one, other] = await Promise.all([person(200), person(201)]);
    const [first, second] = [registration(), registration()];
    const { database } = server;
    const asking = { role: 'writer', province: scene.tenant } as const;
    const waits = async (): Promise<boolean> => {
      const { rows } = await database.behind(asking, (db) =>
        sql<{ waits: boolean }>`select exists (select from pg_locks where not granted) as waits`.execute(db),
      );
      return rows[0]!.waits;
    };
    let answered: Promise<unknown> | undefined;
    const undone = new Error('undone');
    const somebody = database.transaction(asking, async (db) => {
      // Has a command of this id under way, which is not written in the end.
      await sql`insert into command (province, id, at, actor, kind, record, entry)
        values (${scene.tenant}, ${first.id}, now(), 'x', 'subject.register', 'x', '{}')`.execute(db);
      answered = one.execute([first]);
      while (!(await waits())) await new Promise(setImmediate);
      expect(await other.execute([second])).toMatchObject([{ status: 'applied' }]);
      expect(await waits()).toBe(true);
      throw undone;
    });
    await expect(somebody).rejects.toBe(undone);
    expect(await answered).toMatchObject([{ status: 'applied' }]);
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

describe('what a server has at hand', () => {
  const notesOf = (answers: Assessment['answers']) => Object.values(answers).map(({ note }) => note);
  const answer = (id: string, expected: number, note: string): Command =>
    command('assessment.answer', id, expected, { answers: { [`c${expected}`]: { note } } });

  it('is never taken for what stands in the database: another server changed it', async () => {
    const owner = await person(300);
    const other = createHttpAdapter({
      ...{ baseUrl: twin.url, province: scene.tenant },
      token: () => server.signer.token({ ...officer, id: 'person-300' }, scene.tenant),
    });
    const { id } = await scene.openAssessment(owner);
    const sent = [
      await scene.send(owner, answer(id, 1, 'one')),
      await scene.send(other, answer(id, 2, 'two')),
      // Both have an older one at hand by now.
      await scene.send(owner, answer(id, 3, 'three')),
      await scene.send(other, answer(id, 2, 'late')),
      await scene.send(owner, answer(id, 2, 'late')),
    ];
    expect(sent.map(({ status }) => status)).toEqual([
      'applied',
      'applied',
      'applied',
      'conflict',
      'conflict',
    ]);
    const { answers, version } = await scene.getAssessment(owner, id);
    expect([version, notesOf(answers)]).toEqual([4, ['one', 'two', 'three']]);
  });

  it('needs not be looked for before the next command is written, but where somebody changed it by hand', async () => {
    const other = await sceneOn(server);
    try {
      const owner = await other.as({ ...officer, id: 'person-301' });
      const { id } = await other.openAssessment(owner);
      const ways = [];
      for (const one of [answer(id, 1, 'one'), answer(id, 2, 'two'), registration()]) {
        const before = asked;
        expect((await other.send(owner, one)).status).toBe('applied');
        ways.push(asked - before);
      }
      expect(ways).toEqual([1, 1, 1]);
      await server.database.behind({ role: 'writer', province: other.tenant }, (db) =>
        sql`update record set value = replace(value, '"two"', '"by hand"') where type = 'assessment' and id = ${id}`.execute(
          db,
        ),
      );
      expect((await other.send(owner, answer(id, 3, 'three'))).status).toBe('applied');
      const { answers } = await other.getAssessment(owner, id);
      expect(notesOf(answers)).toEqual(['one', 'by hand', 'three']);
    } finally {
      await other.end();
    }
  });

  it('serves a batch as well: one way to the database, or a look where it is old, said twice or wrong in the middle', async () => {
    const other = await sceneOn(server);
    try {
      const owner = await other.as({ ...officer, id: 'person-303' });
      const there = createHttpAdapter({
        ...{ baseUrl: twin.url, province: other.tenant },
        token: () => server.signer.token({ ...officer, id: 'person-303' }, other.tenant),
      });
      const { id } = await other.openAssessment(owner);
      const some = (from: number): Command[] =>
        Array.from({ length: 12 }, (_, at) =>
          command('assessment.answer', id, from + at, { answers: { c1: { note: String(from + at) } } }),
        );
      const statuses = async (who: Backend, commands: readonly Command[]) =>
        (await who.execute(commands)).map(({ status }) => status);
      const all = (status: string) => Array.from({ length: 12 }, () => status);

      const first = some(1);
      const before = asked;
      expect(await statuses(owner, first)).toEqual(all('applied'));
      expect(asked - before).toBe(1);
      expect(await statuses(there, some(13))).toEqual(all('applied'));
      expect(await statuses(owner, some(25))).toEqual(all('applied'));
      expect(await statuses(owner, first)).toEqual(all('duplicate'));
      const mixed = some(37).with(5, answer(id, 1, 'late'));
      expect(await statuses(owner, mixed)).toEqual([
        ...all('applied').slice(0, 5),
        ...all('conflict').slice(5),
      ]);
      expect((await other.getAssessment(owner, id)).version).toBe(42);
    } finally {
      await other.end();
    }
  });

  it('tells whether an assessment of a year goes on, unless another server knows better', async () => {
    const other = await sceneOn(server);
    try {
      const owner = await other.as({ ...officer, id: 'person-304' });
      const there = createHttpAdapter({
        ...{ baseUrl: twin.url, province: other.tenant },
        token: () => server.signer.token({ ...officer, id: 'person-304' }, other.tenant),
      });
      const opening = (subject: string) => command('assessment.open', newId(), 0, { subject, cycle });
      const [first, second] = [registration(), registration()];
      for (const one of [first, second]) expect((await other.send(owner, one)).status).toBe('applied');

      const before = asked;
      expect((await other.send(owner, opening(first.record))).status).toBe('applied');
      expect(asked - before).toBe(1);
      expect((await other.send(owner, opening(first.record))).status).toBe('rejected');

      expect((await other.send(there, opening(second.record))).status).toBe('applied');
      expect((await other.send(owner, opening(second.record))).status).toBe('rejected');
      const { items } = await owner.query('assessments.list', { cycle, mine: true });
      expect(items.map(({ subjectId }) => subjectId).sort()).toEqual([first.record, second.record].sort());
    } finally {
      await other.end();
    }
  });

  it('lets nobody take what is there for new', async () => {
    const owner = await person(302);
    const first = registration();
    expect((await scene.send(owner, first)).status).toBe('applied');
    const again = { ...registration(), record: first.record };
    const statuses = [first, again].map(async (one) => (await scene.send(owner, one)).status);
    expect(await Promise.all(statuses)).toEqual(['duplicate', 'conflict']);

    const second = registration();
    const { id } = await scene.openAssessment(owner);
    const over = command('assessment.open', id, 0, { subject: second.record, cycle });
    expect(await owner.execute([second, over])).toMatchObject([
      { status: 'applied' },
      { status: 'rejected', code: 'already-exists' },
    ]);
    expect((await scene.getAssessment(owner, id)).subjectId).not.toBe(second.record);
  });
});
