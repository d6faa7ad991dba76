import { sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpAdapter } from '../../src/backend/http/http-adapter.js';
import {
  command,
  createScene,
  newId,
  officer,
  reviewer,
  type Scene,
} from '../../src/backend/conformance/scene.js';
import type { Backend } from '../../src/backend/port.js';
import { diskFiles } from '../../src/server/files/disk-files.js';
import { diskUploads } from '../../src/server/files/uploads.js';
import { isTask, runTask, type TaskOptions } from '../../src/server/upkeep/tasks.js';
import { startServer, type TestServer } from './start-server.js';

const folder = mkdtempSync(join(tmpdir(), 'htsd-upkeep-'));
const files = diskFiles(join(folder, 'files'));
const uploads = diskUploads(join(folder, 'uploads'));
let server: TestServer;
let scene: Scene;
let now: Date;
beforeAll(async () => {
  now = new Date();
  server = await startServer({
    files,
    uploads,
  });
  scene = await createScene({ open: async ({ tenant, actor }) => open(server, tenant, actor) });
});
afterAll(async () => {
  await scene.end();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const open = (at: TestServer, tenant: string, actor: Parameters<Scene['as']>[0]) =>
  createHttpAdapter({
    ...{ baseUrl: at.url, province: tenant },
    token: () => (actor ? server.signer.token(actor, tenant) : undefined),
  });
const run = (task: string, ...args: string[]) => runOn(server.database, task, ...args);
const runOn = async (database: TestServer['database'], task: string, ...args: string[]) => {
  const printed: string[] = [];
  const options: TaskOptions = {
    ...{ database, files, uploads, province: scene.tenant },
    ...{ now: () => now, print: (line: string) => printed.push(line) },
  };
  if (!isTask(task)) throw new Error(task);
  const code = await runTask(task, args, options);
  return { code, said: printed.length > 0 ? (JSON.parse(printed.join('')) as unknown) : undefined };
};

const secrets = ['Trường Bí Mật', 'Bà Kín', 'ghi chú riêng', 'giấy riêng', 'thiếu minh chứng riêng'];
/** Somebody's registration, consent and assessment, submitted and taken up, with words of his everywhere. */
async function registered(by: Backend, judge: Backend, years = 3) {
  const [id, other, assessment] = [newId(), newId(), newId()];
  const file = await by.files!.put(new Blob([`%PDF-1.7 ${id}`]));
  const must = async (who: Backend, kind: string, record: string, expected: number, payload: object) => {
    const [receipt] = await who.execute([command(kind as never, record, expected, payload as never)]);
    expect([kind, receipt?.status]).toEqual([kind, 'applied']);
  };
  const place = { name: 'Xã Bí Mật', code: '07210' };
  const fields = { model: 'unit', name: 'Trường Bí Mật', head: { name: 'Bà Kín' }, place, facts: {} };
  await must(by, 'subject.import', newId(), 0, {
    subjects: [
      { ...fields, id },
      { ...fields, id: other, name: 'Trường Khác', head: { name: 'Ông Khác' } },
    ],
  });
  const set = { id: 'conformance', version: '1' };
  await must(by, 'subject.register', id, 1, { ...fields, cycle: '2026', criteria: set });
  await must(by, 'consent.give', newId(), 0, {
    ...{ subjectId: id, purpose: 'assessment', textVersion: '1', retentionYears: years },
    ...{ giver: 'self', giverName: 'Bà Kín', form: 'digital' },
  });
  await must(by, 'assessment.open', assessment, 0, { subject: id, cycle: '2026' });
  const evidence = {
    id: 'e1',
    kind: 'file',
    name: 'giấy riêng.pdf',
    type: 'application/pdf',
    addedAt: now.toISOString(),
  };
  const answer = { note: 'ghi chú riêng', evidence: [{ ...evidence, size: file.size, sha256: file.sha256 }] };
  await must(by, 'assessment.answer', assessment, 1, {
    answers: { c1: { ...answer, yes: true }, c2: { yes: true }, c3: { yes: true }, c4: { yes: true } },
  });
  await must(by, 'assessment.submit', assessment, 2, {});
  await must(judge, 'assessment.review', assessment, 3, {});
  await must(judge, 'assessment.return', assessment, 4, { reason: 'thiếu minh chứng riêng', comments: [] });
  return { id, other, assessment, file };
}

/** Every word in every table of the province. */
async function everything(): Promise<string> {
  const tables = ['record', 'command', 'standing', 'tally', 'file', 'file_holder', 'file_ref'];
  const asked = tables.map((table) => sql`select to_jsonb(one)::text as text from ${sql.table(table)} one`);
  const { rows } = await server.database.behind({ role: 'writer', province: scene.tenant }, (db) =>
    sql<{ text: string }>`${sql.join(asked, sql` union all `)}`.execute(db),
  );
  return rows.map(({ text }) => text).join('\n');
}

describe('what is kept of somebody', () => {
  it('is written out whole, and taken out on request, while what was done stays told', async () => {
    const [by, judge] = [await scene.as(officer), await scene.as({ ...reviewer, scope: ['*'] })];
    const { id, other, assessment, file } = await registered(by, judge);
    const exported = await run('export', 'subject', id);
    expect(exported.code).toBe(0);
    for (const secret of secrets) expect(JSON.stringify(exported.said)).toContain(secret);
    expect(exported.said).toMatchObject([{ subject: { id }, files: [file.sha256], log: { length: 8 } }]);
    expect((await run('export', 'person', officer.id)).said).toHaveLength(2);

    const before = await run('erase', 'subject', id);
    expect(before).toEqual({ code: 0, said: { records: 4, entries: 8, files: 1, awards: [] } });
    const left = await everything();
    for (const secret of secrets) expect(left, secret).not.toContain(secret);
    // Others of the same list stay as they were said.
    expect(left).toContain('Trường Khác');
    expect((await by.query('subject.get', { id: other })).items[0]?.head?.name).toBe('Ông Khác');
    expect(await files.get(scene.tenant, file.sha256)).toBeUndefined();
    await expect(by.files!.get(file.sha256)).rejects.toMatchObject({ code: 'not-found' });

    // What is counted, and who of the administration did what when.
    const [kept] = (await by.query('assessment.get', { id: assessment })).items;
    expect(kept).toMatchObject({ state: 'returned', cycle: '2026', subjectName: '—', answers: {} });
    expect(kept?.submissions[0]?.score.total).toBe(4);
    expect(kept?.history.map(({ kind, by: who }) => [kind, who])).toContainEqual([
      'assessment.return',
      reviewer.id,
    ]);
    expect((await by.query('subject.get', { id })).items[0]).toMatchObject({
      name: '—',
      place: { code: '07210' },
    });
    const trail = (await run('export', 'subject', id)).said as [{ log: { command: { kind: string } }[] }];
    expect(trail[0].log.map(({ command: { kind } }) => kind)).toEqual([
      ...['subject.import', 'subject.register', 'consent.give', 'assessment.open', 'assessment.answer'],
      ...['assessment.submit', 'assessment.review', 'assessment.return', 'subject.update'],
    ]);
    expect((await run('erase', 'subject', id)).code).toBe(0);
    expect((await run('erase', 'subject', newId())).code).toBe(66);
    expect((await run('erase', 'everybody')).code).toBe(64);
  });

  it('is taken out when the years are over that the consent named, and not a day before', async () => {
    const [by, judge] = [await scene.as(officer), await scene.as({ ...reviewer, scope: ['*'] })];
    const { id, other } = await registered(by, judge, 5);
    const nameOf = async (subject: string) => (await by.query('subject.get', { id: subject })).items[0]?.name;
    const day = 86_400_000;
    const end = new Date(now);
    end.setUTCFullYear(end.getUTCFullYear() + 5);
    const begun = now;
    now = new Date(end.getTime() - day);
    expect(await run('retention')).toEqual({
      code: 0,
      said: { erased: 0, files: 0, uploads: 0, deliveries: 0 },
    });
    expect(await nameOf(id)).toBe('Trường Bí Mật');
    now = new Date(end.getTime() + day);
    expect(await run('retention')).toEqual({
      code: 0,
      said: { erased: 1, files: 0, uploads: 0, deliveries: 0 },
    });
    expect([await nameOf(id), await nameOf(other)]).toEqual(['—', 'Trường Khác']);
    expect(await run('retention'), 'once').toEqual({
      code: 0,
      said: { erased: 0, files: 0, uploads: 0, deliveries: 0 },
    });
    now = begun;
  });

  it('is taken out of the log in one go, and of everything where that was cut off', async () => {
    const [by, judge] = [await scene.as(officer), await scene.as({ ...reviewer, scope: ['*'] })];
    await registered(by, judge, 2);
    await registered(by, judge, 2);
    let goes = 0;
    const watched: TestServer['database'] = {
      ...server.database,
      transaction(asking, work) {
        if (asking.role === 'eraser') goes += 1;
        if (goes === 1) throw new Error('The line to the database was cut.');
        return server.database.transaction(asking, work);
      },
    };
    const begun = now;
    now = new Date(now.getTime() + 3 * 366 * 86_400_000);
    await expect(runOn(watched, 'retention')).rejects.toThrow('was cut');
    goes = 1;
    expect((await runOn(watched, 'retention')).said).toMatchObject({ erased: 2 });
    expect(goes).toBe(2);
    const left = await everything();
    for (const secret of secrets) expect(left, secret).not.toContain(secret);
    expect(left).toContain('Trường Khác');
    now = begun;
  });

  it('leaves the log to nobody else, and of the log nothing else to the eraser', async () => {
    const change = (statement: string) =>
      server.database.behind({ role: 'eraser', province: scene.tenant }, (db) =>
        sql.raw(statement).execute(db),
      );
    for (const statement of [
      `update command set actor = 'x'`,
      'delete from command',
      'select * from record',
      `update record set value = ''`,
    ])
      await expect(change(statement)).rejects.toThrow(/permission denied/);
  });
});
