import { execFile, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import { command, newId, officer } from '../../src/backend/conformance/scene.js';
import { isHtsdError } from '../../src/backend/errors.js';
import type { Backend } from '../../src/backend/port.js';
import type { Command } from '../../src/domain/command.schema.js';
import { audience, createSigner, issuer, type Signer } from '../server/keys.js';
import { startReceiver } from '../server/receiver.js';
import { startPostgres } from '../server/start-postgres.js';
import { secretOf } from '../server/webhook-stage.js';
import { briefly, program, startProgram } from './start-program.js';
import { requireBuild } from './support.js';

const data = mkdtempSync(join(tmpdir(), 'htsd-server-'));
let signer: Signer;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  requireBuild();
  signer = await createSigner();
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true });
});

/** What an operator sets. */
const settings = (env: Record<string, string>) => ({
  PATH: process.env['PATH'],
  PORT: '0',
  HTSD_PROVINCE: '25',
  HTSD_ISSUERS: JSON.stringify([{ issuer, audience, jwks: signer.keys }]),
  HTSD_DATA: data,
  ...env,
});

/** Starts the program with settings of ours, and asks it as an officer. */
async function start(env: Record<string, string> = {}) {
  const started = await startProgram(settings(env));
  running.add(started.child);
  void started.ended.then(() => running.delete(started.child));
  const backend = createHttpAdapter({
    baseUrl: `http://127.0.0.1:${started.port}`,
    token: () => signer.token(officer, '25'),
  });
  return { ...started, backend };
}

const register = (id: string) =>
  command('subject.register', id, 0, {
    ...{ model: 'unit', name: 'Trường THCS Nguyễn Du', place: { name: 'Xã Mẫu' }, facts: {}, cycle: '2026' },
    criteria: { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' },
  });

/** Starts `npx htsd` as it was built. */
const htsd = (...words: string[]): Promise<{ code: unknown; said: string }> =>
  new Promise((done) => {
    const built = program.replace(/server[\\/]htsd-server\.js$/, 'cli/htsd.js');
    execFile(process.execPath, [built, ...words], (error, said) =>
      done({ code: error ? error.code : 0, said }),
    );
  });

it('keeps what it has answered for, and tells of it, whether it is killed or asked to stop', async () => {
  const [first, second] = [newId(), newId()];
  const receiver = await startReceiver();
  const webhook = { name: 'portal', url: receiver.url.href, secret: secretOf('e') };
  const env = { HTSD_WEBHOOKS: JSON.stringify([webhook]) };
  const killed = await start(env);
  expect((await killed.backend.execute([register(first)]))[0]?.status).toBe('applied');
  await receiver.heard(1);
  killed.child.kill('SIGKILL');
  await killed.ended;

  const again = await start(env);
  expect((await again.backend.query('subject.get', { id: first })).items[0]?.name).toBe(
    'Trường THCS Nguyễn Du',
  );
  expect((await again.backend.execute([register(second)]))[0]?.status).toBe('applied');
  await receiver.heard(2);
  expect(receiver.told.map(({ type, about }) => [type, about])).toEqual([
    ['subject.registered', first],
    ['subject.registered', second],
  ]);
  const { body, headers } = receiver.told[1]!;
  expect(new Webhook(secretOf('e')).verify(body, headers as Record<string, string>)).toMatchObject({
    data: { province: '25', record: { id: second } },
  });

  // What a vendor's developer starts to try his own: ours fits; somebody else who answers anything does not.
  const [ours, others, help, schema] = await Promise.all([
    htsd('conform', `http://127.0.0.1:${again.port}`),
    htsd('conform', receiver.url.origin),
    htsd('conform', '--help'),
    htsd('schema'),
  ]);
  expect([help.code, help.said.slice(0, 6), schema.code]).toEqual([0, 'Usage:', 0]);
  expect(JSON.parse(schema.said)).toHaveProperty('properties.queries');
  expect([ours.code, others.code]).toEqual([0, 1]);
  expect(ours.said).toMatch(/^ok {4}answers, and says that nobody is signed in\n[^]*\nAll 5 cases fit\.\n/);
  expect(others.said).toMatch(/^FAIL {2}answers, [^]*\n[1-5] of 5 cases do not fit\.\n/);
  await receiver.close();

  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
  expect(again.said()).not.toMatch(/Nguyễn|officer-1/);

  // A copy of the folder is a backup: the program works on it as on what it was made of.
  const copy = `${data}-copy`;
  cpSync(data, copy, { recursive: true });
  try {
    const env = settings({ HTSD_DATA: copy });
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...briefly, program, 'export', 'person', 'officer-1'],
      { env },
    );
    const found = JSON.parse(stdout) as { subject: { id: string }; log: unknown[] }[];
    expect(found.map(({ subject, log }) => [subject.id, log.length]).sort()).toEqual(
      [
        [first, 1],
        [second, 1],
      ].sort(),
    );
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});

it('says which works it does where it is asked for another', async () => {
  const asked = promisify(execFile)(process.execPath, [...briefly, program, 'backup'], { env: settings({}) });
  await expect(asked).rejects.toMatchObject({
    code: 64,
    stderr: expect.stringContaining('htsd-server retention') as string,
  });
});

it('killed ten times in the middle of batches, has done what it answered for, and everything once in the end', async () => {
  const postgres = await startPostgres();
  const all: Command[] = [];
  const answered = new Set<string>();
  let sent = 0;
  /** Sends batches until the program is gone, each with what the one before it was not answered for. */
  const work = async (backend: Backend, open: Command[]): Promise<Command[]> => {
    try {
      for (;;) {
        if (open.length === 0) open = Array.from({ length: 50 }, () => register(newId()));
        all.push(...open.filter((one) => !all.includes(one)));
        sent += 1;
        for (const { id, status } of await backend.execute(open)) {
          expect(['applied', 'duplicate']).toContain(status);
          answered.add(id);
        }
        open = [];
      }
    } catch (error) {
      if (!isHtsdError(error)) throw error;
      return open;
    }
  };
  let left: Command[][] = [[], [], []];
  for (let time = 0; time < 10; time += 1) {
    const running = await start({ DATABASE_URL: postgres.url });
    const before = sent;
    const working = Promise.all(left.map((open) => work(running.backend, open)));
    while (sent < before + 6) await running.backend.session();
    running.child.kill('SIGKILL');
    left = await working;
    await running.ended;
  }
  const last = await start({ DATABASE_URL: postgres.url });
  const were = new Map<string, string>();
  for (let at = 0; at < all.length; at += 500)
    for (const { id, status } of await last.backend.execute(all.slice(at, at + 500))) were.set(id, status);
  for (const [id, status] of were)
    expect([id, ['applied', 'duplicate'].includes(status)]).toEqual([id, true]);
  for (const id of answered) expect([id, were.get(id)]).toEqual([id, 'duplicate']);
  const { items } = await last.backend.query('tallies.list', { cycle: '2026' });
  expect(items.map(({ counts }) => counts.registered)).toEqual([all.length]);
  last.child.kill('SIGTERM');
  await last.ended;
  await postgres.stop();
});

it('does not start with a mistake in what was set, and says which in a sentence', async () => {
  const wrong = await start({ PORT: 'tám nghìn', HTSD_ISSUERS: '' });
  expect(await wrong.ended).toBe(78);
  expect(wrong.complained()).toBe(
    'PORT: "tám nghìn" is not a whole number from 0 to 65535.\n' +
      'HTSD_ISSUERS: Name at least one issuer of tokens, as a JSON list: without one nobody can sign in.\n',
  );
});
