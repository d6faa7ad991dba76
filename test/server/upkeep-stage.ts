import { sql } from 'kysely';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { command, newId, type Scene } from '../../src/backend/conformance/scene.js';
import { dateInVietnam } from '../../src/domain/civil-date.js';
import type { Backend } from '../../src/backend/port.js';
import { diskFiles } from '../../src/server/files/disk-files.js';
import { diskUploads } from '../../src/server/files/uploads.js';
import { isTask, runTask, type TaskOptions } from '../../src/server/upkeep/tasks.js';
import { sceneOn } from './scene-on.js';
import { startServer, type TestServer } from './start-server.js';

/** A server and the works that its operator has done. */
export interface Upkeep extends Pick<TaskOptions, 'files' | 'uploads'> {
  server: TestServer;
  /** Where its files lie. */
  folder: string;
  scene: Scene;
  /** Of the works, not of the server. */
  now: Date;
  run(task: string, ...args: string[]): Promise<{ code: number; said: unknown }>;
  /** The same on a database that stands before that of the server. */
  runOn(database: TestServer['database'], task: string, ...args: string[]): ReturnType<Upkeep['run']>;
  end(): Promise<void>;
}

export async function startUpkeep(): Promise<Upkeep> {
  const folder = mkdtempSync(join(tmpdir(), 'htsd-upkeep-'));
  const kept = { files: diskFiles(join(folder, 'files')), uploads: diskUploads(join(folder, 'uploads')) };
  const server = await startServer(kept);
  const scene = await sceneOn(server);
  const upkeep: Upkeep = {
    ...{ server, scene, folder, now: new Date(), ...kept },
    // Years go by here in which nobody does anything.
    run: (task, ...args) =>
      upkeep.runOn(
        server.database,
        task,
        ...(task === 'retention' && args.length === 0 ? [dayOf(upkeep)] : args),
      ),
    async runOn(database, task, ...args) {
      const printed: string[] = [];
      const options: TaskOptions = {
        ...{ database, ...kept, province: scene.tenant },
        ...{ now: () => upkeep.now, print: (line: string) => printed.push(line) },
      };
      if (!isTask(task)) throw new Error(task);
      const code = await runTask(task, args, options);
      return { code, said: printed.length > 0 ? (JSON.parse(printed.join('')) as unknown) : undefined };
    },
    async end() {
      await scene.end();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return upkeep;
}

/** What day it is for the works. */
export const dayOf = ({ now }: Pick<Upkeep, 'now'>): string => dateInVietnam(now.toISOString());

/** Sends a command that has to be applied. */
export async function must(
  who: Backend,
  kind: string,
  record: string,
  expected: number,
  payload: object,
): Promise<void> {
  const [receipt] = await who.execute([command(kind as never, record, expected, payload as never)]);
  expect([kind, receipt]).toMatchObject([kind, { status: 'applied' }]);
}

export const secrets = ['Trường Bí Mật', 'Bà Kín', 'ghi chú riêng', 'giấy riêng', 'thiếu minh chứng riêng'];
/** Somebody's registration, consent and assessment, submitted and taken up, with words of his everywhere. */
export async function registered(by: Backend, judge: Backend, years = 3) {
  const [id, other, assessment] = [newId(), newId(), newId()];
  const file = await by.files!.put(new Blob([`%PDF-1.7 ${id}`]));
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
    addedAt: new Date().toISOString(),
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
export async function everything({ server, scene }: Upkeep): Promise<string> {
  const tables = ['record', 'command', 'standing', 'tally', 'file', 'file_holder', 'file_ref'];
  const asked = tables.map((table) => sql`select to_jsonb(one)::text as text from ${sql.table(table)} one`);
  const { rows } = await server.database.behind({ role: 'writer', province: scene.tenant }, (db) =>
    sql<{ text: string }>`${sql.join(asked, sql` union all `)}`.execute(db),
  );
  return rows.map(({ text }) => text).join('\n');
}
