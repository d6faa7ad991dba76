import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createChangesPull, createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import { command, createScene, newId, officer, type Scene } from '../../src/backend/conformance/scene.js';
import { isHtsdError } from '../../src/backend/errors.js';
import type { Backend } from '../../src/backend/port.js';
import type { Command } from '../../src/domain/command.schema.js';
import type { Receipt } from '../../src/domain/receipt.schema.js';
import { openDatabase } from '../../src/server/storage/database.js';
import { createSigner } from './keys.js';
import { startPostgres, type TestPostgres } from './start-postgres.js';
import { startServer, type TestServer } from './start-server.js';

let postgres: TestPostgres;
let server: TestServer;
let twin: TestServer;
let scene: Scene;
beforeAll(async () => {
  postgres = await startPostgres();
  const { url } = postgres;
  const [database, other] = await Promise.all([openDatabase({ url }), openDatabase({ url })]);
  const signer = await createSigner();
  server = await startServer({ database, signer });
  twin = await startServer({ database: other, signer });
  scene = await createScene({ open: async ({ tenant, actor }) => at(server, tenant, actor ?? undefined) });
});
afterAll(async () => {
  await scene.end();
  await Promise.all([server.close(), twin.close()]);
  await Promise.all([server.database.close(), twin.database.close()]);
  await postgres.stop();
});

const at = (where: TestServer, province: string, actor?: typeof officer): Backend =>
  createHttpAdapter({
    ...{ baseUrl: where.url, province },
    token: () => (actor ? where.signer.token(actor, province) : undefined),
  });

const registration = (name = 'Trường'): Command =>
  command('subject.register', newId(), 0, {
    ...{ model: scene.set.model, name, place: { name: 'Xã Sen Hồ', code: '07210' } },
    ...{ facts: {}, cycle: '2026', criteria: { id: scene.set.id, version: scene.set.version } },
  });

/** How often each command stands in the log. */
async function timesLogged(commands: readonly Command[]): Promise<number[]> {
  const ids = commands.map(({ id }) => id);
  const rows = await server.database.behind({ role: 'writer', province: scene.tenant }, (db) =>
    db.selectFrom('command').select('id').where('id', 'in', ids).execute(),
  );
  return ids.map((id) => rows.filter((row) => row.id === id).length);
}

async function statuses(backend: Backend, commands: readonly Command[]): Promise<string[]> {
  const found: string[] = [];
  for (let start = 0; start < commands.length; start += 500)
    found.push(...(await backend.execute(commands.slice(start, start + 500))).map(({ status }) => status));
  return found;
}

describe('a connection that is cut', () => {
  /** Sends so many bytes of a request, or reads so many of its answer, and is gone. Answers the bytes that it read. */
  function cut(request: Buffer, { send = request.length, read = 0 }): Promise<Buffer> {
    return new Promise((done) => {
      const { port } = new URL(server.url);
      const got: Buffer[] = [];
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(request.subarray(0, send), () => {
          // Given to the system; a moment later nobody is there any more.
          if (send < request.length) socket.resetAndDestroy();
        });
      });
      socket.on('data', (bytes) => {
        got.push(bytes);
        if (read > 0 && Buffer.concat(got).length >= read) socket.resetAndDestroy();
      });
      socket.on('error', () => undefined);
      socket.on('close', () => done(Buffer.concat(got)));
      socket.on('end', () => socket.end());
    });
  }

  it('at any byte leaves a command done once, or not at all, and sending it again is harmless', async () => {
    const token = await server.signer.token(officer, scene.tenant);
    const requestOf = (one: Command): Buffer => {
      const body = JSON.stringify({ commands: [one] });
      return Buffer.from(
        `POST /v1/commands HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer ${token}\r\n` +
          `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    };
    const whole = registration();
    const length = requestOf(whole).length;
    const answer = (await cut(requestOf(whole), {})).length;
    expect(answer).toBeGreaterThan(200);

    const sent: { one: Command; expected: string; options: { send?: number; read?: number } }[] = [];
    for (let send = 1; send < length; send += 1)
      sent.push({ one: registration(), expected: 'applied', options: { send } });
    // Whoever has read a byte of the answer knows that it was written before.
    for (let read = 1; read <= answer; read += 1)
      sent.push({ one: registration(), expected: 'duplicate', options: { read } });
    for (let start = 0; start < sent.length; start += 64)
      await Promise.all(
        sent.slice(start, start + 64).map(({ one, options }) => cut(requestOf(one), options)),
      );

    const commands = sent.map(({ one }) => one);
    expect(await statuses(await scene.as(officer), commands)).toEqual(sent.map(({ expected }) => expected));
    expect(new Set(await timesLogged(commands))).toEqual(new Set([1]));
  });
});

describe('a batch', () => {
  it('of 500 with a bad one in the middle has all others done', async () => {
    const backend = await scene.as(officer);
    const commands = Array.from({ length: 500 }, () => registration());
    const wrong = commands[250]! as { payload: unknown };
    wrong.payload = { name: 7 };
    const found = await statuses(backend, commands);
    expect(found.filter((status) => status === 'applied')).toHaveLength(499);
    expect(found[250]).toBe('rejected');
    expect((await timesLogged(commands)).indexOf(0)).toBe(250);
  });

  it('with one that has no id keeps what was done before it, and is refused', async () => {
    const backend = await scene.as(officer);
    const [before, after] = [registration(), registration()];
    await expect(backend.execute([before, { kind: 'x' } as unknown as Command, after])).rejects.toMatchObject(
      {
        code: 'invalid',
      },
    );
    expect(await timesLogged([before, after])).toEqual([1, 0]);
  });

  it('may go on with what it has made itself, and says of each command what a single one would', async () => {
    const backend = await scene.as(officer);
    const subject = registration();
    const id = newId();
    const open = command('assessment.open', id, 0, { subject: subject.record, cycle: '2026' });
    const criterion = scene.set.sections[0]!.criteria[0]!.id;
    const typed = (expected: number) =>
      command('assessment.answer', id, expected, { answers: { [criterion]: { note: `${expected}` } } });
    const old = typed(1);
    const receipts: Receipt[] = await backend.execute([
      ...[subject, open, typed(1), typed(2), old, subject],
      command('assessment.open', newId(), 0, { subject: subject.record, cycle: '2026' }),
    ]);
    expect(receipts.map(({ status }) => status)).toEqual([
      ...['applied', 'applied', 'applied', 'applied', 'conflict', 'duplicate', 'rejected'],
    ]);
    expect((await scene.getAssessment(backend, id)).version).toBe(3);
  });
});

describe('two servers', () => {
  it('that change one assessment at the same time lose nothing', async () => {
    const { id } = await scene.openAssessment(await scene.as(officer));
    const criteria = scene.set.sections.flatMap((section) => section.criteria.map((one) => one.id));
    const write = async (backend: Backend, criterion: string): Promise<void> => {
      for (let no = 1; no <= 6; no += 1)
        for (;;) {
          const { version } = await scene.getAssessment(backend, id);
          const one = command('assessment.answer', id, version, {
            answers: { [criterion]: { note: `${no}` } },
          });
          const [receipt] = await backend.execute([one]);
          if (receipt?.status === 'applied') break;
          expect(receipt?.status).toBe('conflict');
        }
    };
    const people = [server, twin].map((one) => at(one, scene.tenant, officer));
    await Promise.all(criteria.slice(0, 4).map((one, index) => write(people[index % 2]!, one)));
    const end = await scene.getAssessment(people[0]!, id);
    expect(end.version).toBe(1 + 4 * 6);
    expect(criteria.slice(0, 4).map((one) => end.answers[one]?.note)).toEqual(['6', '6', '6', '6']);
  });

  it('that want the same records in another order come to an end, and do each command once', async () => {
    const backend = await scene.as(officer);
    const subjects = Array.from({ length: 20 }, () => registration());
    await statuses(backend, subjects);
    const renamed = (expected: number): Command[] =>
      subjects.map(({ record }) => command('subject.update', record, expected, { name: `Tên ${newId()}` }));
    const people = [server, twin, server, twin].map((one) => at(one, scene.tenant, officer));
    for (let version = 1; version <= 3; version += 1) {
      const batches = people.map((_, index) => (index < 2 ? renamed(version) : renamed(version).reverse()));
      const found = await Promise.all(batches.map((batch, index) => statuses(people[index]!, batch)));
      const won = found.flat().filter((status) => status === 'applied').length;
      expect([won, found.flat().length]).toEqual([subjects.length, 80]);
      expect((await timesLogged(batches.flat())).filter((times) => times === 1)).toHaveLength(won);
    }
    expect([...server.told, ...twin.told]).toEqual([]);
  });
});

it('PostgreSQL that is restarted under load loses nothing, and does nothing twice', async () => {
  const people = [server, twin].map((one) => at(one, scene.tenant, officer));
  const done: Command[] = [];
  let going = true;
  let failed = 0;
  const work = async (backend: Backend): Promise<void> => {
    while (going) {
      const one = registration();
      for (;;) {
        try {
          const [receipt] = await backend.execute([one]);
          expect(['applied', 'duplicate']).toContain(receipt?.status);
          break;
        } catch (error) {
          // Every failure says that it may be tried again.
          if (!isHtsdError(error)) throw error;
          expect([error.code, error.retryable]).toEqual(['server', true]);
          failed += 1;
        }
      }
      done.push(one);
    }
  };
  const working = [...people, ...people, ...people].map(work);
  while (done.length < 20) await people[0]!.session();
  await postgres.restart();
  const so = done.length;
  while (done.length < so + 20) await people[0]!.session();
  going = false;
  await Promise.all(working);
  expect(failed).toBeGreaterThan(0);
  expect(new Set(await timesLogged(done))).toEqual(new Set([1]));
  const told = [...server.told, ...twin.told].splice(0).length;
  expect(told).toBeGreaterThan(0);
});

it('a backup taken while people write has everything that was answered for before, and goes on from there', async () => {
  const before = Array.from({ length: 20 }, () => registration());
  await statuses(await scene.as(officer), before);
  const meanwhile: Command[] = [];
  let going = true;
  const work = async (backend: Backend): Promise<void> => {
    while (going) {
      const one = registration();
      meanwhile.push(one);
      await backend.execute([one]);
    }
  };
  const working = [server, twin].map((one) => work(at(one, scene.tenant, officer)));
  while (meanwhile.length < 10) await server.database.ping();
  const copy = await postgres.restored().finally(async () => {
    going = false;
    await Promise.all(working);
  });

  const database = await openDatabase({ url: copy.url });
  const restored = await startServer({ database, signer: server.signer });
  try {
    const backend = at(restored, scene.tenant, officer);
    expect(new Set(await statuses(backend, before))).toEqual(new Set(['duplicate']));
    // What came later is there or not; whoever sends it again has it there once.
    const later = await statuses(backend, meanwhile);
    expect(later.filter((status) => status !== 'applied' && status !== 'duplicate')).toEqual([]);
    expect(new Set(await statuses(backend, meanwhile))).toEqual(new Set(['duplicate']));
    // Places where somebody left off count in it, too.
    const token = () => server.signer.token(officer, scene.tenant);
    const told = new Set<string>();
    for await (const { items } of createChangesPull({ baseUrl: restored.url, token })('c1.0.0'))
      for (const { id } of items) told.add(id);
    expect([...before, ...meanwhile].filter(({ record }) => !told.has(record))).toEqual([]);
  } finally {
    await restored.close();
    await database.close();
    await copy.stop();
  }
});
