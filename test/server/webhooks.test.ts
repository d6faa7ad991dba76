import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { Webhook as Receiving } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openFund, receiptDraft } from '../../src/backend/conformance/fund-scene.js';
import { grantOf, verified } from '../../src/backend/conformance/judging.js';
import { withPlaces } from '../../src/backend/conformance/area-cases.js';
import { admin, command, newId, officer, type Scene } from '../../src/backend/conformance/scene.js';
import { memoryFiles } from '../../src/server/files/disk-files.js';
import { openDatabase, type Database } from '../../src/server/storage/database.js';
import { eraseSubject } from '../../src/server/upkeep/erase.js';
import { runTask } from '../../src/server/upkeep/tasks.js';
import { diskUploads } from '../../src/server/files/uploads.js';
import { createOutbox } from '../../src/server/webhooks/outbox.js';
import { ownDatabase } from './own-database.js';
import { createStage, secretOf, type Stage } from './webhook-stage.js';

const day = 86_400_000;
let address: string;
let database: Database;
let twin: Database;
let stage: Stage;
beforeAll(async () => {
  address = await ownDatabase();
  [database, twin] = [await openDatabase({ url: address }), await openDatabase({ url: address })];
});
afterEach(() => stage.end());
afterAll(() => Promise.all([database.close(), twin.close()]));

const set = (scene: Scene) => ({ id: scene.set.id, version: scene.set.version });
/** Registers a subject in a place; answers its id. */
async function register({ scene }: Stage, code?: string): Promise<string> {
  const id = newId();
  const place = { name: 'Xã Kín', ...(code !== undefined && { code }) };
  const payload = { model: scene.set.model, name: 'Trường Kín', place, facts: {}, cycle: '2026' };
  const one = command('subject.register', id, 0, { ...payload, criteria: set(scene) });
  expect(await (await scene.as(officer)).execute([one])).toMatchObject([{ status: 'applied' }]);
  return id;
}
/** Renames it so often, one after the other. */
async function rename({ scene }: Stage, id: string, times: number): Promise<void> {
  const some = Array.from({ length: times }, (_, at) =>
    command('subject.update', id, at + 1, { name: `Tên ${at}` }),
  );
  for (const { status } of await (await scene.as(officer)).execute(some)) expect(status).toBe('applied');
}
const typesOf = ({ receiver }: Stage): string[] => receiver.told.map(({ type }) => type);
const everything = ({ scene }: Stage) =>
  database
    .behind({ role: 'teller', province: scene.tenant }, (db) =>
      sql<{
        state: string;
        attempts: number;
        body: string;
        due: Date;
      }>`select * from delivery order by seq`.execute(db),
    )
    .then(({ rows }) => rows);

describe('what is told', () => {
  it('is what happened to which record, signed, and no word that anybody wrote', async () => {
    stage = await createStage(database, [{ secrets: [secretOf('b'), secretOf('a')] }]);
    const { receiver, scene } = stage;
    const subject = await register(stage, '07210');
    expect(receiver.told).toEqual([]);
    expect(await stage.courier().run()).toBeUndefined();
    const [one] = receiver.told;
    expect(JSON.parse(one!.body)).toEqual({
      type: 'subject.registered',
      timestamp: expect.stringMatching(/^\d{4}-.*Z$/) as string,
      data: {
        ...{ province: scene.tenant, place: '07210', subject },
        record: { type: 'subject', id: subject, version: 1 },
      },
    });
    // Whoever knows one of both secrets believes it; nobody else does, and nothing that was changed on the way.
    const headers = one!.headers as Record<string, string>;
    for (const letter of ['a', 'b'])
      expect(new Receiving(secretOf(letter)).verify(one!.body, headers)).toMatchObject({
        type: 'subject.registered',
      });
    expect(() => new Receiving(secretOf('c')).verify(one!.body, headers)).toThrow('No matching signature');
    expect(() => new Receiving(secretOf('a')).verify(`${one!.body} `, headers)).toThrow('No matching');
    // As the guide says how to check it by hand.
    const signed = `${one!.id}.${headers['webhook-timestamp']}.${one!.body}`;
    const expected = createHmac('sha256', Buffer.from('a'.repeat(32)))
      .update(signed)
      .digest('base64');
    expect(headers['webhook-signature']!.split(' ')).toContain(`v1,${expected}`);

    expect(await stage.courier().run()).toBeUndefined();
    expect(receiver.told).toHaveLength(1);
  });
});

describe('events', () => {
  it('go to who asked for their kind and their place, with all that lies in it', async () => {
    stage = await createStage(database, [
      { name: 'titles', events: new Set(['recognition.granted', 'recognition.revoked']) },
      { name: 'commune', places: ['07210'], url: new URL('http://127.0.0.1:9/') },
      { name: 'province', places: ['24'], url: new URL('http://127.0.0.1:9/') },
    ]);
    const { scene, receiver } = stage;
    await withPlaces(scene);
    const [sen, viet] = [await register(stage, '07210'), await register(stage, '07213')];
    const nowhere = await register(stage);
    const consent = { purpose: 'assessment', textVersion: '1', giver: 'self', form: 'digital' } as const;
    for (const subjectId of [sen, nowhere])
      expect(
        await (
          await scene.as(officer)
        ).execute([command('consent.give', newId(), 0, { ...consent, subjectId, giverName: 'Bà Kín' })]),
      ).toMatchObject([{ status: 'applied' }]);
    const fund = await openFund(scene, { place: { name: 'Xã', code: '07213' } });
    await fund.record(receiptDraft());
    const { ids, signing } = await verified(scene, 2);
    expect(await signing.execute([grantOf(ids)])).toMatchObject([{ status: 'applied' }]);
    expect(
      await signing.execute([command('recognition.revoke', ids[0]!, 1, { reason: 'sai hồ sơ' })]),
    ).toMatchObject([{ status: 'applied' }]);

    const kinds = async (webhook: string) =>
      (
        await database.behind({ role: 'teller', province: scene.tenant }, (db) =>
          db.selectFrom('delivery').selectAll().where('webhook', '=', webhook).orderBy('seq').execute(),
        )
      ).map(({ kind, body }) => {
        const { data } = JSON.parse(body) as { data: { subject?: string; fund?: string } };
        return [kind, data.subject ?? data.fund];
      });
    expect(await kinds('commune')).toEqual([
      ['subject.registered', sen],
      ['consent.given', sen],
    ]);
    expect(await kinds('province')).toEqual([
      ['subject.registered', sen],
      ['subject.registered', viet],
      ['consent.given', sen],
      ['fund.opened', fund.fund],
      ['fund.recorded', fund.fund],
    ]);
    await stage.courier({ webhooks: [{ name: 'titles' }] }).run();
    expect(typesOf(stage).sort()).toEqual([
      'recognition.granted',
      'recognition.granted',
      'recognition.revoked',
    ]);
    // No name, no reason, nobody who did it.
    const all = (await everything(stage)).map(({ body }) => body).join('\n');
    for (const word of ['Kín', 'sai hồ sơ', 'Quỹ', officer.id, admin.id, officer.name])
      expect(all).not.toContain(word);
    expect(receiver.told.every(({ headers }) => !headers.authorization)).toBe(true);
  });

  it('of a list that was imported are one for each place, and one of what was erased', async () => {
    stage = await createStage(database);
    const { scene, outgoing, clock } = stage;
    const subjects = Array.from({ length: 30 }, (_, at) => ({
      ...{ id: newId(), model: 'unit' as const, name: `Trường ${at}`, facts: {} },
      place: { name: 'Xã', code: at < 20 ? '07210' : '07213' },
    }));
    const act = command('subject.import', newId(), 0, { subjects });
    expect(await (await scene.as(officer)).execute([act])).toMatchObject([{ status: 'applied' }]);
    const erasing = {
      database,
      files: memoryFiles(),
      province: scene.tenant,
      now: () => new Date(clock.now),
    };
    await eraseSubject({ ...erasing, outgoing }, subjects[0]!.id);
    expect((await everything(stage)).map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      { type: 'subject.imported', data: { place: '07210', count: 20, record: { id: act.record } } },
      { type: 'subject.imported', data: { place: '07213', count: 10, record: { id: act.record } } },
      { type: 'subject.erased', data: { place: '07210', subject: subjects[0]!.id } },
    ]);
  });

  it('are written with the command, or neither is', async () => {
    stage = await createStage(database);
    const { scene } = stage;
    const id = await register(stage);
    // Two who are at the same version: one is told of, the other has changed nothing.
    const backend = await scene.as(officer);
    const rivals = ['A', 'B'].map((name) => backend.execute([command('subject.update', id, 1, { name })]));
    const found = (await Promise.all(rivals)).flat().map(({ status }) => status);
    expect(found.sort()).toEqual(['applied', 'conflict']);
    expect(await everything(stage)).toHaveLength(2);

    const owner = new pg.Client({ connectionString: address });
    await owner.connect();
    const late = command('subject.update', id, 2, { name: 'Muộn' });
    try {
      await owner.query('revoke insert on delivery from htsd_writer');
      await expect(backend.execute([late])).rejects.toMatchObject({ code: 'server' });
    } finally {
      await owner.query('grant insert on delivery to htsd_writer');
      await owner.end();
    }
    expect((await backend.query('subject.get', { id })).items[0]?.version).toBe(2);
    expect(await everything(stage)).toHaveLength(2);
    expect(await backend.execute([late])).toMatchObject([{ status: 'applied' }]);
    expect(await everything(stage)).toHaveLength(3);
  });

  it('are not written at all where nobody is told anything, or of another province', async () => {
    stage = await createStage(database);
    const { scene, clock } = stage;
    const other = { database, province: 'elsewhere', now: () => new Date(clock.now) };
    expect(createOutbox({ ...other, webhooks: [] })).toBeUndefined();
    // The scene published its criteria set before anybody was told of anything.
    expect(await everything(stage)).toEqual([]);
    await register(stage);
    const elsewhere = await database.behind({ role: 'teller', province: 'elsewhere' }, (db) =>
      db.selectFrom('delivery').select('id').execute(),
    );
    expect([(await everything(stage)).length, elsewhere.length]).toEqual([1, 0]);
    expect(await scene.register(await scene.as(officer))).toBeDefined();
  });

  it('stand behind a wall: who decides puts in and sees nothing, who tells sees nothing else', async () => {
    stage = await createStage(database);
    await register(stage);
    const run = (role: 'writer' | 'teller' | 'reader', statement: string) =>
      database.behind({ role, province: stage.scene.tenant }, (db) => sql.raw(statement).execute(db));
    for (const [role, statement] of [
      ['writer', 'select * from delivery'],
      ['writer', `update delivery set state = 'dead'`],
      ['writer', 'delete from delivery'],
      ['reader', 'select * from delivery'],
      ['teller', 'select * from record'],
      ['teller', 'select * from command'],
      ['teller', `update delivery set body = ''`],
      ['teller', `insert into delivery (province, webhook, id) values ('a', 'b', 'c')`],
    ] as const)
      await expect(run(role, statement), statement).rejects.toThrow(/permission denied/);
  });
});

describe('a receiver', () => {
  it('whose answer is lost is told again, of the same event in the same words', async () => {
    stage = await createStage(database);
    const { receiver, clock } = stage;
    await register(stage);
    receiver.answer = () => 'cut';
    const due = await stage.courier().run();
    expect(due!.getTime()).toBe(clock.now + 5_000);
    receiver.answer = () => 204;
    clock.now = due!.getTime();
    expect(await stage.courier().run()).toBeUndefined();
    const [first, second, ...more] = receiver.told;
    expect([first!.id, first!.body]).toEqual([second!.id, second!.body]);
    expect(more).toEqual([]);
    expect(stage.lines).toMatchObject([{ event: 'webhook-failed', reason: 'ECONNRESET', attempt: 1 }]);
  });

  it('hears by another copy what one that was killed was about to say', async () => {
    stage = await createStage(database);
    const { receiver, clock } = stage;
    const doomed = await openDatabase({ url: address });
    await register(stage);
    let letGo = (_: number): void => undefined;
    receiver.answer = () => new Promise((done) => (letGo = done));
    const running = stage.courier({ database: doomed }).run();
    await receiver.heard(1);
    // It will never write down that it was taken.
    await doomed.close();
    letGo(204);
    await expect(running).rejects.toThrow();
    receiver.answer = () => 204;

    const due = await stage.courier().run();
    expect(receiver.told).toHaveLength(1);
    clock.now = due!.getTime();
    expect(await stage.courier().run()).toBeUndefined();
    expect(receiver.told.map(({ id }) => id)).toEqual([receiver.told[0]!.id, receiver.told[0]!.id]);
  });

  it('hears each event once, and those of one subject in order, of however many copies', async () => {
    stage = await createStage(database);
    const { receiver } = stage;
    const subjects = await Promise.all(Array.from({ length: 12 }, () => register(stage)));
    await Promise.all(subjects.map((id) => rename(stage, id, 4)));
    await Promise.all([
      ...[stage.courier().run(), stage.courier({ database: twin }).run()],
      ...[stage.courier().run(), stage.courier({ database: twin }).run()],
    ]);
    // Whoever found nothing that he could take may have left before the others were done.
    await stage.courier().run();
    expect(new Set(receiver.told.map(({ id }) => id)).size).toBe(60);
    expect(receiver.told).toHaveLength(60);
    for (const id of subjects) expect(versionsOf(stage, id)).toEqual([1, 2, 3, 4, 5]);
  });

  it('who does not take one event hears of others, and of that subject no later one before', async () => {
    stage = await createStage(database);
    const { receiver, clock } = stage;
    const [bad, good] = [await register(stage), await register(stage)];
    await rename(stage, bad, 1);
    await rename(stage, good, 1);
    receiver.answer = ({ about }) => (about === bad ? 422 : 204);
    const due = await stage.courier().run();
    expect([versionsOf(stage, bad), versionsOf(stage, good)]).toEqual([[1], [1, 2]]);
    // What is behind it is not looked at before it is due itself.
    const waiting = (await everything(stage)).filter(({ state }) => state === 'waiting');
    expect(waiting.map(({ due: when }) => when)).toEqual([due, due]);
    receiver.answer = () => 204;
    clock.now = due!.getTime();
    await stage.courier().run();
    expect(versionsOf(stage, bad)).toEqual([1, 1, 2]);
  });

  it('who is away for long is asked less and less often, and hears everything when he is back', async () => {
    stage = await createStage(database);
    const { receiver, clock } = stage;
    const subjects = await Promise.all(Array.from({ length: 20 }, () => register(stage)));
    await rename(stage, subjects[0]!, 3);
    receiver.answer = () => 503;
    const courier = stage.courier();
    const begin = clock.now;
    const waits: number[] = [];
    for (let time = 0; time < 12; time += 1) {
      const due = await courier.run();
      waits.push(due!.getTime() - clock.now);
      clock.now = due!.getTime();
    }
    expect(waits).toEqual([
      ...[5_000, 10_000, 20_000, 40_000, 80_000, 160_000],
      ...Array.from({ length: 6 }, () => 300_000),
    ]);
    // The first time side by side, then one at a time.
    expect(receiver.told).toHaveLength(8 + 11);
    expect(clock.now - begin).toBeGreaterThan(1_800_000);

    const before = receiver.told.splice(0).length;
    receiver.answer = () => 204;
    for (let due = await courier.run(); due; due = await courier.run()) clock.now = due.getTime();
    expect([before, receiver.told.length]).toEqual([19, 23]);
    expect(versionsOf(stage, subjects[0]!)).toEqual([1, 2, 3, 4]);
  });

  it('who asks for a pause is given it', async () => {
    stage = await createStage(database);
    const { receiver, clock } = stage;
    await register(stage);
    receiver.answer = () => ({ status: 429, headers: { 'Retry-After': '600' } });
    expect((await stage.courier().run())!.getTime() - clock.now).toBe(600_000);
  });

  it('does not wait for hours because the clock was ahead and was put back', async () => {
    stage = await createStage(database);
    const { receiver, clock } = stage;
    const right = clock.now;
    clock.now += (9 / 24) * day;
    receiver.answer = () => 503;
    const courier = stage.courier();
    const subject = await register(stage);
    await courier.run();
    expect((await everything(stage)).map(({ state }) => state)).toEqual(['waiting']);
    clock.now = right;
    receiver.answer = () => 204;
    const later = await register(stage);
    await courier.run();
    expect(receiver.told.map(({ about }) => about)).toEqual([subject, subject, later]);
    expect(stage.lines).toContainEqual({ event: 'webhook-clock', webhook: 'portal', many: 1 });
    expect(await stage.courier().run(), 'nothing waits').toBeUndefined();
  });

  it('who never comes is given up after days, which can be seen, and told again on request', async () => {
    stage = await createStage(database);
    const { receiver, clock, deliveries, scene } = stage;
    const subjects = await Promise.all(Array.from({ length: 12 }, () => register(stage)));
    receiver.answer = () => 500;
    const courier = stage.courier();
    const begin = clock.now;
    for (let due = await courier.run(); due && clock.now < begin + 6 * day; due = await courier.run())
      // Weeks in steps of hours.
      clock.now = Math.max(due.getTime(), clock.now + day / 8);
    expect(clock.now).toBeGreaterThan(begin + 5 * day);
    expect(await deliveries.standings()).toEqual([{ webhook: 'portal', waiting: 0, dead: 12, oldest: null }]);
    const dead = stage.lines.filter(({ event }) => event === 'webhook-dead');
    expect(dead.reduce((sum, { many = 1 }) => sum + Number(many), 0)).toBe(12);
    expect(JSON.stringify(stage.lines)).not.toContain(subjects[0]);
    expect(await everything(stage)).toHaveLength(12);

    receiver.told.splice(0);
    receiver.answer = () => 204;
    const printed: string[] = [];
    const task = (...args: string[]) =>
      runTask('webhooks', args, {
        ...{ database, files: memoryFiles(), uploads: diskUploads('unused'), province: scene.tenant },
        ...{ now: () => new Date(clock.now), print: (line: string) => printed.push(line) },
      });
    expect([await task('retry', 'portal'), await task()]).toEqual([0, 0]);
    expect(printed.map((line) => JSON.parse(line) as unknown)).toEqual([
      { again: 12 },
      [{ webhook: 'portal', waiting: 12, dead: 0, oldest: expect.any(String) as string }],
    ]);
    await stage.courier().run();
    expect(receiver.told.map(({ about }) => about).sort()).toEqual([...subjects].sort());

    // What was told is kept for a month.
    expect(await deliveries.sweep(new Date(clock.now))).toBe(0);
    expect(await deliveries.sweep(new Date(clock.now + 1))).toBe(12);
    await register(stage);
    expect([await task('drop', 'portal'), await task('drop'), await task('x', 'portal')]).toEqual([
      0, 64, 64,
    ]);
    expect(await everything(stage)).toEqual([]);
  });

  it('is not asked where his name leads inside, and no redirect is followed', async () => {
    stage = await createStage(database);
    const { receiver, lines } = stage;
    await register(stage);
    const named = new URL(receiver.url);
    named.hostname = 'localhost';
    for (const url of [named, new URL('https://169.254.169.254/'), new URL('http://example.vn/')]) {
      await stage.courier({ webhooks: [{ url, internal: false }] }).run();
      stage.clock.now += 60_000;
    }
    expect(receiver.told).toEqual([]);
    receiver.answer = () => ({ status: 307, headers: { Location: '/elsewhere' } });
    await stage.courier().run();
    expect(receiver.told.map(({ path }) => path)).toEqual(['/events']);
    expect(lines.map(({ reason }) => reason)).toEqual([
      ...['inside the network', 'inside the network', 'not over https', 'status 307'],
    ]);
  });
});

/** Versions that a receiver heard of, as they came. */
function versionsOf({ receiver }: Stage, subject: string): number[] {
  return receiver.told
    .filter(({ about }) => about === subject)
    .map(({ body }) => (JSON.parse(body) as { data: { record: { version: number } } }).data.record.version);
}

describe('a server that is asked to stop', () => {
  it('lets what is being sent come to its end, and takes nothing new', async () => {
    stage = await createStage(database);
    const { receiver, outgoing } = stage;
    let letGo = (_: number): void => undefined;
    receiver.answer = () => new Promise((done) => (letGo = done));
    const courier = stage.courier();
    courier.start();
    const id = await register(stage);
    outgoing.written();
    courier.wake();
    await receiver.heard(1);
    await rename(stage, id, 1);
    const stopped = courier.stop(60_000);
    letGo(204);
    await stopped;
    expect((await everything(stage)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['delivered', 1],
      ['waiting', 0],
    ]);
    expect(stage.failures).toEqual([]);
  });

  it('gives back what hangs, for another copy to send at once', async () => {
    stage = await createStage(database);
    const { receiver } = stage;
    receiver.answer = () => new Promise(() => undefined);
    const courier = stage.courier();
    await register(stage);
    courier.start();
    await receiver.heard(1);
    await courier.stop(0);
    expect((await everything(stage)).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['waiting', 0],
    ]);
    receiver.answer = () => 204;
    expect(await stage.courier({ database: twin }).run()).toBeUndefined();
    expect(receiver.told.map(({ id }) => id)).toEqual([receiver.told[0]!.id, receiver.told[0]!.id]);
    expect(stage.failures).toEqual([]);
  });
});
