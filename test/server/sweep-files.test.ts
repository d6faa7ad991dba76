import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import { command, newId, officer } from '../../src/backend/conformance/scene.js';
import type { Backend } from '../../src/backend/port.js';
import { presets } from '../../src/presets/catalog.js';
import { diskFiles, type ByteStore } from '../../src/server/files/disk-files.js';
import { sweepFiles } from '../../src/server/upkeep/sweep-files.js';
import { openDatabase } from '../../src/server/storage/database.js';
import { ownDatabase } from './own-database.js';
import { startServer, type TestServer } from './start-server.js';

const province = '25';
const folder = mkdtempSync(join(tmpdir(), 'htsd-sweep-'));
const disk = diskFiles(folder);
/** What happens right after bytes were put, and right after they were dropped. */
let afterPut: () => Promise<void>;
let afterDrop: () => Promise<void>;
const files: ByteStore = {
  ...disk,
  async put(...call) {
    await disk.put(...call);
    const then = afterPut;
    afterPut = async () => undefined;
    await then();
  },
  async drop(...call) {
    await disk.drop(...call);
    const then = afterDrop;
    afterDrop = async () => undefined;
    await then();
  },
};
let server: TestServer;
let backend: Backend;
let now: Date;
beforeAll(async () => {
  server = await startServer({ files, catalog: presets, now: () => now });
  backend = createHttpAdapter({
    ...{ baseUrl: server.url, province },
    token: () => server.signer.token(officer, province),
  });
});
beforeEach(() => {
  now = new Date();
  afterPut = afterDrop = async () => undefined;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const day = 86_400_000;
const pdf = (words: string) => new Blob([`%PDF-1.7 ${words}`]);
const later = (days: number): Date => new Date(now.getTime() + days * day);
const sweepAll = (before: Date, more: object = {}) =>
  sweepFiles({ database: server.database, files, province, now: () => now, ...more }, before);
const sweep = async (before: Date) => (await sweepAll(before)).files;
const there = (sha256: string) =>
  backend.files!.get(sha256).then(
    () => true,
    () => false,
  );

/** An assessment that names a file. */
async function name(sha256: string): Promise<{ assessment: string; criterion: string }> {
  const [subject, assessment] = [newId(), newId()];
  const criteria = { id: 'don-vi-hoc-tap-24-2023', version: '1.0.0' };
  const set = (await presets.get(criteria.id, criteria.version))!;
  const criterion = set.sections[0]!.criteria[0]!.id;
  const about = { id: 'e1', kind: 'file' as const, name: 'a.pdf', type: 'application/pdf' as const, size: 9 };
  const receipts = await backend.execute([
    command('subject.register', subject, 0, {
      ...{ model: 'unit', name: 'Trường', place: { name: 'Xã Mẫu' }, facts: {}, cycle: '2026', criteria },
    }),
    command('assessment.open', assessment, 0, { subject, cycle: '2026' }),
    command('assessment.answer', assessment, 1, {
      answers: { [criterion]: { evidence: [{ ...about, sha256, addedAt: now.toISOString() }] } },
    }),
  ]);
  expect(receipts.map(({ status }) => status)).toEqual(['applied', 'applied', 'applied']);
  return { assessment, criterion };
}

describe('files that nothing names', () => {
  it('go when their time is over, and those that are named or were brought again stay', async () => {
    const put = async (words: string) => (await backend.files!.put(pdf(words))).sha256;
    const [idle, named, taken, again] = [await put('a'), await put('b'), await put('c'), await put('d')];
    await name(named);
    const { assessment, criterion } = await name(taken);
    expect(await sweep(new Date(now.getTime() - day)), 'young').toBe(0);

    const out = command('assessment.answer', assessment, 2, { answers: { [criterion]: null } });
    expect((await backend.execute([out]))[0]?.status).toBe('applied');
    now = later(40);
    await put('d');
    expect(await sweep(later(-30))).toBe(2);
    expect(await Promise.all([idle, named, taken, again].map(there))).toEqual([false, true, false, true]);
    expect(await disk.has(province, idle)).toBe(false);
    expect(await sweep(later(-30)), 'once').toBe(0);
  });

  it('go, too, where a program was cut off before it listed them, a month after they were found', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 nobody lists it');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await disk.put(province, sha256, bytes);
    await disk.put('26', sha256, bytes);
    await mkdir(join(folder, province, 'lost+found'));
    writeFileSync(join(folder, province, 'notes.txt'), 'what an operator put there');
    expect(await sweepAll(new Date(now.getTime() - day))).toEqual({ files: 0, found: 0, stuck: 0 });
    const old = new Date(now.getTime() - 2 * day);
    utimesSync(join(folder, province, sha256.slice(0, 2), sha256), old, old);
    expect(await sweepAll(new Date(now.getTime() - day))).toEqual({ files: 0, found: 1, stuck: 0 });
    expect(await sweepAll(new Date(now.getTime() - day)), 'once').toEqual({ files: 0, found: 0, stuck: 0 });
    expect(await there(sha256), 'to know its hash is not enough').toBe(false);
    now = later(40);
    expect(await sweep(later(-30))).toBe(1);
    expect([await disk.has(province, sha256), await disk.has('26', sha256)]).toEqual([false, true]);
  });

  it('stay for as long again where the database is new, or restored from long before', async () => {
    const brought = await Promise.all(['x', 'y', 'z'].map((words) => backend.files!.put(pdf(words))));
    const mine = brought.map(({ sha256 }) => sha256);
    const old = later(-90);
    for (const one of mine) utimesSync(join(folder, province, one.slice(0, 2), one), old, old);
    const empty = await openDatabase({ url: await ownDatabase(), connections: 2 });
    const swept = await sweepAll(later(-30), { database: empty });
    await empty.close();
    expect(swept.files).toBe(0);
    expect(swept.found).toBeGreaterThanOrEqual(3);
    expect(await Promise.all(mine.map(there))).toEqual([true, true, true]);
  });

  it('are what they are once somebody brings the bytes again that were found', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.7 found and brought');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await disk.put(province, sha256, bytes);
    utimesSync(join(folder, province, sha256.slice(0, 2), sha256), later(-90), later(-90));
    expect((await sweepAll(later(-30))).found).toBe(1);
    const { assessment } = await name(sha256);
    expect(assessment, 'as a file that nobody has brought yet').toBeTruthy();
    await backend.files!.put(new Blob([bytes]));
    expect((await backend.files!.get(sha256)).type).toBe('application/pdf');
  });

  it('go another night where the store does not let go of one, and it holds up no other', async () => {
    const put = async (words: string) => (await backend.files!.put(pdf(words))).sha256;
    const all = [await put('1'), await put('2'), await put('3')];
    const held = all[1]!;
    now = later(40);
    const told: unknown[] = [];
    const refusal = Object.assign(new Error('locked'), { code: 'S3 403 AccessDenied' });
    const holding: ByteStore = {
      ...files,
      drop: (where, sha256) => (sha256 === held ? Promise.reject(refusal) : files.drop(where, sha256)),
    };
    const first = await sweepAll(later(-30), { files: holding, tell: (error: unknown) => told.push(error) });
    expect(first).toMatchObject({ stuck: 1 });
    expect(told).toEqual([refusal]);
    expect(await Promise.all(all.map((one) => disk.has(province, one)))).toEqual([false, true, false]);
    expect(await sweepAll(later(-30))).toMatchObject({ files: 1, stuck: 0 });
    expect(await disk.has(province, held)).toBe(false);
  });

  it('are tried no more where the store is not there at all', async () => {
    for (let no = 0; no < 7; no += 1) await backend.files!.put(pdf(`away ${no}`));
    now = later(40);
    let asked = 0;
    const away: ByteStore = { ...files, drop: () => ((asked += 1), Promise.reject(new Error('away'))) };
    expect(await sweepAll(later(-30), { files: away })).toEqual({ files: 0, found: 0, stuck: 5 });
    expect(asked).toBe(5);
    expect(await sweepAll(later(-30))).toMatchObject({ files: 7, stuck: 0 });
  });

  it('are never listed without their bytes, whenever somebody brings them again', async () => {
    const { sha256 } = await backend.files!.put(pdf('e'));
    now = later(40);
    // Swept after the bytes were put, and before they were listed.
    afterPut = async () => void (await sweep(now));
    await backend.files!.put(pdf('e'));
    expect(await there(sha256)).toBe(true);
    now = later(40);
    // Brought while they are dropped: whoever brings them waits, and puts them once more.
    let bringing: Promise<unknown> = Promise.resolve();
    afterDrop = async () => {
      const put = new Promise<void>((done) => {
        afterPut = async () => done();
      });
      bringing = backend.files!.put(pdf('e'));
      await put;
      await disk.drop(province, sha256);
    };
    await sweep(now);
    await bringing;
    expect(await there(sha256)).toBe(true);
  });
});
