import { EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { command, newId, officer } from '../../src/backend/conformance/scene.js';
import { uuidv7 } from '../../src/domain/new-id.js';
import { presets } from '../../src/presets/catalog.js';
import { diskFiles, type ByteStore } from '../../src/server/files/disk-files.js';
import { startServer, type TestServer } from './start-server.js';

const folder = mkdtempSync(join(tmpdir(), 'htsd-full-'));
const disk = diskFiles(folder);
let full = false;
/** A disk on which there is no room from some moment on, as the system says it. */
const files: ByteStore = {
  ...disk,
  async put(province, sha256, bytes) {
    if (full) throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    await disk.put(province, sha256, bytes);
  },
};
let server: TestServer;
let headers: Record<string, string>;
beforeAll(async () => {
  server = await startServer({ files, catalog: presets });
  headers = { Authorization: `Bearer ${await server.signer.token(officer, 'demo')}` };
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const registration = (id: string, name: string) =>
  command('subject.register', id, 0, {
    ...{ model: 'unit', name, place: { name: 'Xã Mẫu' }, facts: {}, cycle: '2026' },
    criteria: { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' },
  });
const post = (body: string) => fetch(`${server.url}/v1/commands`, { method: 'POST', headers, body });
const subject = async (id: string) =>
  (await (await fetch(`${server.url}/v1/queries/subject.get?id=${id}`, { headers })).json()) as {
    items?: { name: string }[];
    error?: { code: string };
  };

describe('evidence on a full disk', () => {
  const pdf = new TextEncoder().encode('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
  const put = () => fetch(`${server.url}/v1/files`, { method: 'PUT', headers, body: pdf });

  it('is to be sent again later, which the operator hears of; it leaves nothing half, and is taken when there is room', async () => {
    full = true;
    const refused = await put();
    expect(await refused.json()).toMatchObject({ error: { code: 'server', retryable: true } });
    expect(server.told.splice(0)).toMatchObject([{ code: 'ENOSPC' }]);
    const rows = await server.database.behind({ role: 'writer', province: 'demo' }, (db) =>
      db.selectFrom('file').select('sha256').execute(),
    );
    expect([rows, readdirSync(folder)]).toEqual([[], []]);
    full = false;
    const { sha256 } = (await (await put()).json()) as { sha256: string };
    const got = await fetch(`${server.url}/v1/files/${sha256}`, { headers });
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(pdf);
  });
});

it('a command of a client whose clock is two years off is done once, and dated by the server', async () => {
  const day = 86_400_000;
  for (const off of [-730 * day, 730 * day]) {
    const made = (): string => uuidv7(Date.now() + off, crypto.getRandomValues(new Uint8Array(16)));
    const id = made();
    const one = { ...registration(id, 'Trường'), id: made(), at: new Date(Date.now() + off).toISOString() };
    const statuses: string[] = [];
    for (let time = 0; time < 2; time += 1) {
      const answer = (await (await post(JSON.stringify({ commands: [one] }))).json()) as {
        receipts: { status: string }[];
      };
      statuses.push(answer.receipts[0]!.status);
    }
    expect(statuses).toEqual(['applied', 'duplicate']);
    const { updatedAt } = (await subject(id)).items![0] as unknown as { updatedAt: string };
    expect(Math.abs(Date.parse(updatedAt) - Date.now())).toBeLessThan(day);
  }
});

describe('a body', () => {
  it('of 50 MB is refused before it is sent', async () => {
    const { port } = new URL(server.url);
    const said = await new Promise<string>((done) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(
          `POST /v1/commands HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers['Authorization']}\r\n` +
            `Content-Length: ${50 * 1_048_576}\r\n\r\n{"commands":[`,
        ),
      );
      socket.on('data', (bytes) => {
        text += bytes.toString();
        if (text.includes('too-large')) socket.destroy();
      });
      socket.on('close', () => done(text));
    });
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('that says a thing twice means the last of it, in everything that is done with it', async () => {
    const [first, second] = [newId(), newId()];
    const one = JSON.stringify(registration(second, 'Một'));
    const twice = one
      .replace('{', `{"record":"${first}",`)
      .replace('"name":"Một"', '"name":"Một","name":"Hai"');
    const answer = (await (await post(`{"commands":[${twice}]}`)).json()) as {
      receipts: { status: string }[];
    };
    expect(answer.receipts[0]?.status).toBe('applied');
    expect((await subject(second)).items?.[0]?.name).toBe('Hai');
    expect((await subject(first)).error?.code).toBe('not-found');
  });

  it('with another prototype in it changes none, and is taken for what it says', async () => {
    const id = newId();
    const one = JSON.stringify(registration(id, 'Trường'));
    const sly = one
      .replace('"facts":{}', '"facts":{"__proto__":{"polluted":true}}')
      .replace('{', '{"__proto__":{"kind":"x"},');
    expect((await post(`{"commands":[${sly}]}`)).status).toBe(200);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('with NUL and lone surrogates in its texts comes back as it was, and is found on the register', async () => {
    const id = newId();
    const name = 'A\u0000B \ud83c C';
    expect((await post(JSON.stringify({ commands: [registration(id, name)] }))).status).toBe(200);
    expect((await subject(id)).items?.[0]?.name).toBe(name);
    const found = await fetch(`${server.url}/v1/queries/register.list`, {
      ...{ method: 'POST', headers, body: JSON.stringify({ cycle: '2026', text: 'a\u0000b' }) },
    });
    const { items } = (await found.json()) as { items: { subject: string }[] };
    expect(items.map((row) => row.subject)).toEqual([id]);
  });

  it('whose ids are none is refused, and asks the database nothing that it cannot be asked', async () => {
    for (const bad of ['a\u0000', '\ud800', "'; drop table record; --", '', 'x'.repeat(200)]) {
      const one = { ...registration(newId(), 'Trường'), record: bad, payload: { subject: bad, fund: bad } };
      const answer = (await (await post(JSON.stringify({ commands: [one] }))).json()) as {
        receipts: { status: string }[];
      };
      expect([bad, answer.receipts[0]?.status]).toEqual([bad, 'rejected']);
    }
    expect(server.told).toEqual([]);
  });
});

describe('what nobody can be called', () => {
  const nul = 'a\u0000b';
  const ask = (path: string, body?: unknown) =>
    fetch(`${server.url}${path}`, {
      headers,
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    });

  it.each([
    ['a cursor', '/v1/queries/subjects.list', { cursor: 'p1.a%00b' }],
    ['a set', '/v1/queries/criteria.get', { id: nul, version: '1' }],
    ['a place', '/v1/queries/tallies.list', { places: [nul] }],
    ['a file', '/v1/files/a%00b', undefined],
    ['parameters that are none', '/v1/queries/subjects.list', null],
    ['parameters in a list', '/v1/queries/subject.get', []],
    [
      'a place in the changes that no database counts to',
      '/v1/changes?since=c1.99999999999999999999.1',
      undefined,
    ],
    ['a line in them', '/v1/changes?since=c1.1.9999999999999999999', undefined],
  ])('is refused, and no failure of the server: %s', async (_what, path, body) => {
    const answer = await ask(path, body);
    expect([answer.status, await answer.json()]).toMatchObject([400, { error: { code: 'invalid' } }]);
    expect(server.told).toEqual([]);
  });

  it('is not there where anybody may look', async () => {
    const answer = await fetch(`${server.url}/public/a%00b/recognitions/${newId()}/badge.svg`);
    expect(answer.status).toBe(404);
    expect(server.told).toEqual([]);
  });

  it('is refused in a command that names evidence, and in what it says of a platform', async () => {
    const { sha256 } = (await (
      await fetch(`${server.url}/v1/files`, {
        ...{ method: 'PUT', headers, body: new TextEncoder().encode('%PDF-1.4 of somebody else') },
      })
    ).json()) as { sha256: string };
    const other = await server.signer.token({ ...officer, id: 'officer-9' }, 'demo');
    const achievement = { kind: 'course', on: '2026-01-01', issuer: 'x' };
    const answers = { c1: { evidence: [{ name: 'x', url: 'https://x.vn', achievement }] } };
    for (const one of [
      { ...registration(newId(), 'Trường'), id: nul, payload: { sha256 } },
      { ...registration(newId(), 'Trường'), kind: 'assessment.answer', record: nul, payload: { answers } },
    ]) {
      const answer = await fetch(`${server.url}/v1/commands`, {
        ...{ method: 'POST', headers: { Authorization: `Bearer ${other}` } },
        body: JSON.stringify({ commands: [one] }),
      });
      expect(answer.status).toBe(400);
    }
    expect(server.told).toEqual([]);
  });
});

it("whoever goes away before he is answered is nobody's failure, and nothing of his is done any more", async () => {
  const lines: unknown[][] = [];
  const came = new EventEmitter();
  const left = once(came, 'left');
  const slow: TestServer['database'] = {
    ...server.database,
    async behind(asking, work) {
      came.emit('asked');
      await left;
      return server.database.behind(asking, work);
    },
  };
  const other = await startServer({
    ...{ database: slow, signer: server.signer, catalog: presets, files },
    log: (...line) => void lines.push(line),
  });
  const id = newId();
  const body = JSON.stringify({ commands: [registration(id, 'Trường')] });
  const asked = once(came, 'asked');
  const socket = connect(Number(new URL(other.url).port), '127.0.0.1');
  socket.write(
    `POST /v1/commands HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers['Authorization']}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  await asked;
  socket.destroy();
  await once(socket, 'close');
  // The server hears of it before what comes after it.
  await fetch(`${other.url}/health`);
  came.emit('left');
  await vi.waitFor(() => expect(lines).toHaveLength(1));
  await other.close();
  expect(other.told).toEqual([]);
  expect(lines[0]?.[2]).toMatchObject({ route: '/v1/commands', status: 499 });
  expect((await subject(id)).error?.code).toBe('not-found');
});

it("a body that is cut off in the middle of a piece is nobody's failure", async () => {
  const { port } = new URL(server.url);
  for (const path of ['POST /v1/commands', 'PUT /v1/files']) {
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `${path} HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers['Authorization']}\r\n` +
        'Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n',
    );
    // It is asked for the body once it reads it.
    await once(socket, 'data');
    socket.write('6\r\n{"comm\r\n');
    socket.destroy();
    await once(socket, 'close');
  }
  // Whoever comes next finds that those before have come to their end.
  await server.close();
  expect(server.told).toEqual([]);
});
