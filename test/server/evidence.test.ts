import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import {
  command,
  newId,
  officer,
  reviewer,
  stranger,
  type Scene,
} from '../../src/backend/conformance/scene.js';
import type { Backend } from '../../src/backend/port.js';
import type { Actor } from '../../src/domain/actor.schema.js';
import { memoryFiles } from '../../src/server/files/disk-files.js';
import { diskUploads } from '../../src/server/files/uploads.js';
import { sceneOn } from './scene-on.js';
import { startServer, type TestServer } from './start-server.js';

const folder = mkdtempSync(join(tmpdir(), 'htsd-evidence-'));
const uploads = diskUploads(join(folder, 'uploads'));
const files = memoryFiles();
let server: TestServer;
let scene: Scene;
beforeAll(async () => {
  server = await startServer({ uploads, files, caps: { person: 1, province: 3 } });
  scene = await sceneOn(server);
});
afterAll(async () => {
  await scene.end();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const pdf = (words: string, size = 0) => new Blob([`%PDF-1.7\n${words}`, new Uint8Array(size)]);
const outcome = (backend: Backend, sha256: string) =>
  backend.files!.get(sha256).then(
    (blob) => blob.text(),
    (error: { code: string }) => error.code,
  );
/** An assessment of somebody's that names a file. */
async function naming(backend: Backend, sha256: string, text = '') {
  const { id, version } = await scene.openAssessment(backend);
  const evidence = [
    {
      id: newId(),
      kind: 'file',
      name: 'a.pdf',
      type: 'application/pdf',
      size: 1,
      sha256,
      addedAt: '2026-11-01T00:00:00.000Z',
    },
  ];
  const answers = { c1: { note: text, evidence: sha256 === '' ? [] : evidence } };
  const [receipt] = await backend.execute([command('assessment.answer', id, version, { answers } as never)]);
  return { id, receipt };
}

describe('a file of evidence', () => {
  it('is read by who brought it and by who may read a record that names it, and is not there for all others', async () => {
    const [own, judge, other] = [
      await scene.as(officer),
      await scene.as({ ...reviewer, scope: ['*'] }),
      await scene.as(stranger),
    ];
    const { sha256 } = await own.files!.put(pdf('một'));
    expect(await outcome(own, sha256)).toBe('%PDF-1.7\nmột');
    expect(await outcome(judge, sha256), 'before a record names it').toBe('not-found');
    expect((await naming(own, sha256)).receipt?.status).toBe('applied');
    expect(await outcome(judge, sha256)).toBe('%PDF-1.7\nmột');
    expect(await outcome(other, sha256)).toBe('not-found');
    const within = await scene.as({ ...reviewer, id: 'reviewer-9', scope: ['another-subject'] });
    expect(await outcome(within, sha256)).toBe('not-found');
  });

  it('is not come by through naming it, nor through writing about it', async () => {
    const [own, other] = [await scene.as(officer), await scene.as(stranger)];
    const { sha256 } = await own.files!.put(pdf('hai'));
    const thief = await naming(other, sha256);
    expect(thief.receipt).toMatchObject({ status: 'rejected', code: 'forbidden', path: ['evidence'] });
    expect((await naming(other, '', `"sha256":"${sha256}"`)).receipt?.status).toBe('applied');
    expect(await outcome(other, sha256)).toBe('not-found');
    // Who has the same bytes needs no leave.
    await other.files!.put(pdf('hai'));
    expect(await outcome(other, sha256)).toBe('%PDF-1.7\nhai');
    expect((await naming(other, sha256)).receipt?.status).toBe('applied');
  });

  it('refuses the one command that names it, answers the others, and what was applied as before', async () => {
    const [own, other] = [await scene.as(officer), await scene.as(stranger)];
    const { sha256 } = await own.files!.put(pdf('ba'));
    const { id, version } = await scene.openAssessment(own);
    const evidence = [
      {
        id: 'e',
        kind: 'file',
        name: 'a.pdf',
        type: 'application/pdf',
        size: 1,
        sha256,
        addedAt: '2026-11-01T00:00:00.000Z',
      },
    ];
    const answer = command('assessment.answer', id, version, { answers: { c1: { evidence } } } as never);
    expect((await own.execute([answer]))[0]?.status).toBe('applied');
    const { id: theirs, version: seen } = await scene.openAssessment(other);
    const receipts = await other.execute([
      command('assessment.answer', theirs, seen, { answers: { c1: { note: 'a' } } }),
      command('assessment.answer', theirs, seen + 1, { answers: { c1: { evidence } } } as never),
      command('assessment.answer', theirs, seen + 1, { answers: { c1: { note: 'b' } } }),
    ]);
    expect(receipts.map(({ status }) => status)).toEqual(['applied', 'rejected', 'applied']);
    expect((await own.execute([answer]))[0]?.status).toBe('duplicate');
  });

  it('is refused where a person or a province has brought too much, the same bytes once counted', async () => {
    const as = (id: string) => scene.as({ ...officer, id });
    const backend = await as('much-1');
    await backend.files!.put(pdf('a', 700_000));
    await backend.files!.put(pdf('a', 700_000));
    await expect(backend.files!.put(pdf('b', 700_000))).rejects.toMatchObject({
      code: 'quota',
      params: { limit: 1 },
    });
    await (await as('much-2')).files!.put(pdf('c', 1_000_000));
    await (await as('much-3')).files!.put(pdf('d', 1_000_000));
    const last = await as('much-4');
    await expect(last.files!.put(pdf('e', 1_000_000))).rejects.toMatchObject({
      code: 'quota',
      params: { limit: 3 },
    });
  });

  it('is not handed out where its bytes are others by now, and whole again once it is brought again', async () => {
    const own = await scene.as({ ...officer, id: 'damaged-1' });
    const blob = pdf('nguyên vẹn');
    const { sha256 } = await own.files!.put(blob);
    for (const spoil of [
      () => files.put(scene.tenant, sha256, new TextEncoder().encode('%PDF-1.7 cut sh')),
      () => files.drop(scene.tenant, sha256),
    ]) {
      await spoil();
      expect(await outcome(own, sha256)).toMatch(/^(server|not-found)$/);
      await own.files!.put(blob);
      expect(await outcome(own, sha256)).toBe('%PDF-1.7\nnguyên vẹn');
    }
    expect(server.told.splice(0)).toMatchObject([{ code: 'FILE_DAMAGED' }]);
  });

  it('is sent with nothing that would let it run', async () => {
    const own = await scene.as(officer);
    const { sha256 } = await own.files!.put(pdf('bốn'));
    const headers = { Authorization: `Bearer ${await server.signer.token(officer, scene.tenant)}` };
    const answer = await fetch(`${server.url}/v1/files/${sha256}`, { headers });
    expect(answer.headers.get('content-disposition')).toBe('attachment');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  });
});

describe('a file that comes in pieces', () => {
  const actor: Actor = { ...officer, id: 'slow-1' };
  const bytes = new TextEncoder().encode(`%PDF-1.7\n${'chậm '.repeat(20_000)}`);
  const call = async (id: string, init: RequestInit = {}, who = actor) => {
    const headers = {
      ...init.headers,
      Authorization: `Bearer ${await server.signer.token(who, scene.tenant)}`,
    };
    const answer = await fetch(`${server.url}/v1/uploads/${id}`, { ...init, headers });
    return [answer.status, (await answer.json()) as unknown] as const;
  };
  const send = (id: string, start: number, end: number, whole = bytes, who = actor) =>
    call(
      id,
      {
        ...{ method: 'PUT', body: whole.slice(start, end) },
        headers: { 'Content-Range': `bytes ${start}-${end - 1}/${whole.length}` },
      },
      who,
    );

  it('goes on where it was cut, and is told again to who did not hear that it is whole', async () => {
    const id = newId();
    expect(await call(id)).toEqual([200, { offset: 0 }]);
    expect(await send(id, 0, 40_000)).toEqual([202, { offset: 40_000 }]);
    // The answer was lost: the same piece, or a part of it, once more.
    expect(await send(id, 0, 40_000)).toEqual([202, { offset: 40_000 }]);
    expect(await send(id, 20_000, 50_000)).toEqual([202, { offset: 50_000 }]);
    expect(await send(id, 60_000, 70_000)).toMatchObject([
      409,
      { error: { code: 'conflict', params: { offset: 50_000 } } },
    ]);
    expect(await call(id)).toEqual([200, { offset: 50_000 }]);
    const [status, info] = await send(id, 50_000, bytes.length);
    expect([status, info]).toEqual([
      200,
      { sha256: expect.any(String) as string, type: 'application/pdf', size: bytes.length },
    ]);
    expect(await send(id, 50_000, bytes.length)).toEqual([200, info]);
    expect(await call(id)).toEqual([200, info]);
    const back = await (await scene.as(actor)).files!.get((info as { sha256: string }).sha256);
    expect(new Uint8Array(await back.arrayBuffer())).toEqual(bytes);
  });

  it('is nobody else’s, whatever he calls his own', async () => {
    const id = newId();
    await send(id, 0, 10_000);
    expect(await call(id, {}, stranger)).toEqual([200, { offset: 0 }]);
    expect(await send(id, 10_000, 20_000, bytes, stranger)).toMatchObject([
      409,
      { error: { params: { offset: 0 } } },
    ]);
    expect(await call(id)).toEqual([200, { offset: 10_000 }]);
  });

  it('is looked at by its bytes, and refused where it is too large or says what cannot be', async () => {
    const program = new TextEncoder().encode('MZ, a program'.repeat(10));
    const id = newId();
    await send(id, 0, 50, program);
    expect(await send(id, 50, program.length, program)).toMatchObject([400, { error: { code: 'invalid' } }]);
    const range = (header: string) =>
      call(newId(), { method: 'PUT', body: 'abc', headers: { 'Content-Range': header } });
    expect(await range('bytes 0-2/99999999')).toMatchObject([413, { error: { code: 'too-large' } }]);
    for (const wrong of ['bytes 0-3/10', 'bytes 2-4/4', 'bytes 0-2/*', '', 'bytes -1-1/9'])
      expect(await range(wrong)).toMatchObject([400, { error: { params: { field: 'Content-Range' } } }]);
    expect((await call('../../etc'))[0]).toBe(404);
  });

  it('goes by itself in pieces, on from where the connection was cut, and anew where it was erased', async () => {
    const province = 'elsewhere';
    const requests: string[] = [];
    let cuts = 2;
    const backend = createHttpAdapter({
      ...{ baseUrl: server.url, province },
      token: () => server.signer.token({ ...officer, id: 'sender-1' }, province),
      async fetch(input, init) {
        const range = new Headers(init?.headers).get('Content-Range');
        requests.push(range ?? String(init?.method ?? 'GET'));
        const response = await fetch(input, init);
        // The piece has arrived, the answer has not.
        if (range && cuts-- > 0) throw new TypeError('The connection was cut.');
        return response;
      },
    });
    const blob = pdf('in pieces', 600_000);
    const info = await backend.files!.put(blob);
    expect(info.size).toBe(blob.size);
    const [came, went] = await Promise.all([
      (await backend.files!.get(info.sha256)).arrayBuffer(),
      blob.arrayBuffer(),
    ]);
    expect(Buffer.compare(Buffer.from(came), Buffer.from(went))).toBe(0);
    const last = blob.size - 1;
    expect(requests.slice(0, -1)).toEqual([
      'GET',
      `bytes 0-262143/${blob.size}`,
      'GET',
      `bytes 262144-524287/${blob.size}`,
      'GET',
      `bytes 524288-${last}/${blob.size}`,
    ]);
    requests.length = 0;
    expect(await backend.files!.put(blob)).toEqual(info);
    expect(requests).toEqual(['GET']);

    await server.database.behind({ role: 'writer', province }, (db) =>
      db.deleteFrom('file').where('sha256', '=', info.sha256).execute(),
    );
    requests.length = 0;
    expect(await backend.files!.put(blob)).toEqual(info);
    expect(requests).toHaveLength(4);
  });

  it('is given up after a while, and not begun without end', async () => {
    const who = { ...officer, id: 'many' };
    for (let count = 0; count < 20; count += 1) await send(newId(), 0, 10, bytes, who);
    expect(await send(newId(), 0, 10, bytes, who)).toMatchObject([507, { error: { code: 'quota' } }]);
    // Listed, and gone when it is looked at: as one that another copy sweeps, or that was made whole in this moment.
    const [shelf] = readdirSync(join(folder, 'uploads'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'uploads', shelf!, 'gone.part'));
    expect(await uploads.sweep(new Date(Date.now() - 60_000))).toBe(0);
    expect(await uploads.sweep(new Date(Date.now() + 60_000))).toBeGreaterThanOrEqual(20);
    expect(await send(newId(), 0, 10, bytes, who)).toEqual([202, { offset: 10 }]);
  });
});
