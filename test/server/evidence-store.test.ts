/** Evidence in a bucket on its bad days: what whoever asks, the log, and the rest of the server notice of it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { officer, reviewer, type Scene } from '../../src/backend/conformance/scene.js';
import type { Backend } from '../../src/backend/port.js';
import { s3Files } from '../../src/server/files/s3-files.js';
import { failureFields } from '../../src/server/log.js';
import { openDatabase, type Database } from '../../src/server/storage/database.js';
import { eraseSubject } from '../../src/server/upkeep/erase.js';
import { sweepFiles } from '../../src/server/upkeep/sweep-files.js';
import { runTask } from '../../src/server/upkeep/tasks.js';
import { diskUploads } from '../../src/server/files/uploads.js';
import { ownDatabase } from './own-database.js';
import { sceneOn } from './scene-on.js';
import { refuse, startS3, type TestStore } from './start-s3.js';
import { startServer, type TestServer } from './start-server.js';
import { registered } from './upkeep-stage.js';

/** Connections to the database: fewer than those who bring something. */
const connections = 2;
let store: TestStore;
let database: Database;
let server: TestServer;
let scene: Scene;
let mine: Backend;
beforeEach(async () => {
  store = await startS3();
  database = await openDatabase({ url: await ownDatabase(), connections });
  server = await startServer({ database, files: s3Files({ ...store.options, pause: 1 }) });
  scene = await sceneOn(server);
  mine = await scene.as(officer);
});
afterEach(async () => {
  await scene.end();
  await server.close();
  await store.close();
  await database.close();
});

const pdf = (words: string) => new Blob([`%PDF-1.7 ${words}`]);
const retry = { code: 'server', retryable: true };
const logged = () => server.told.map((error) => failureFields(error)['code']);

it('keeps nobody from the register while it is slow, however many bring something', async () => {
  const waiting: (() => void)[] = [];
  const all = connections + 2;
  const reached = new Promise<void>((done) => {
    store.instead = (request, response) => {
      if (!request.startsWith('HEAD')) return false;
      waiting.push(() => response.end());
      if (waiting.length === all) done();
      return true;
    };
  });
  const bringing = Promise.all(Array.from({ length: all }, (_, no) => mine.files!.put(pdf(`${no}`))));
  await reached;
  expect(await scene.register(mine)).toBeTruthy();
  for (const answer of waiting) answer();
  expect(await bringing).toHaveLength(all);
});

it('has whoever brings something try again, and the log say by the word of the store why', async () => {
  store.now = () => new Date(Date.now() + 7_200_000);
  await expect(mine.files!.put(pdf('a'))).rejects.toMatchObject(retry);
  store.now = () => new Date();
  store.instead = (_, response) => (refuse(response, 403, 'InvalidAccessKeyId'), true);
  await expect(mine.files!.put(pdf('a'))).rejects.toMatchObject(retry);
  expect(logged()).toEqual(['S3 403 RequestTimeTooSkewed', 'S3 403 InvalidAccessKeyId']);
  expect((await fetch(`${server.url}/ready`)).status, 'the register goes on').toBe(200);
  store.instead = () => false;
  const { sha256 } = await mine.files!.put(pdf('a'));
  expect(await (await mine.files!.get(sha256)).text()).toBe('%PDF-1.7 a');
});

it('tells nobody that evidence is not there, or that it is whole, while the bucket is away or cuts it short', async () => {
  const { sha256 } = await mine.files!.put(pdf('a'));
  store.instead = (_, response) => (refuse(response, 404, 'NoSuchBucket'), true);
  await expect(mine.files!.get(sha256)).rejects.toMatchObject(retry);
  store.instead = (_, response) => (response.end('%PDF'), true);
  await expect(mine.files!.get(sha256)).rejects.toMatchObject(retry);
  expect(logged()).toEqual(['S3 404 NoSuchBucket', 'FILE_DAMAGED']);
  store.kept.clear();
  store.instead = () => false;
  await expect(mine.files!.get(sha256)).rejects.toMatchObject({ code: 'not-found' });
});

it('has what was erased go with the next sweep where it does not let go of it', async () => {
  const { id, file } = await registered(mine, await scene.as({ ...reviewer, scope: ['*'] }));
  const other = await registered(mine, await scene.as({ ...reviewer, scope: ['*'] }));
  expect(store.kept.size).toBe(2);
  const told: unknown[] = [];
  const upkeep = {
    ...{ database, files: s3Files({ ...store.options, pause: 1 }), province: scene.tenant },
    ...{ now: () => new Date(), tell: (error: unknown) => void told.push(error) },
  };
  store.instead = (request, response) =>
    request.startsWith('DELETE') && (refuse(response, 403, 'AccessDenied'), true);
  expect(await eraseSubject(upkeep, id)).toMatchObject({ files: 0, stuck: 1 });
  expect(await eraseSubject(upkeep, other.id)).toMatchObject({ files: 0, stuck: 1 });
  expect(told).toMatchObject([{ code: 'S3 403 AccessDenied' }, { code: 'S3 403 AccessDenied' }]);
  store.instead = () => false;
  await expect(mine.files!.get(file.sha256), 'erased, whatever lies there').rejects.toMatchObject({
    code: 'not-found',
  });
  // Meanwhile somebody brings the other one again: to him it is new.
  const again = await mine.files!.put(pdf(other.id));
  expect(again.sha256).toBe(other.file.sha256);
  const month = new Date(Date.now() - 30 * 86_400_000);
  expect(await sweepFiles(upkeep, month)).toMatchObject({ files: 1, stuck: 0 });
  expect([...store.kept.keys()].map((path) => path.slice(-64))).toEqual([again.sha256]);
  expect((await mine.files!.get(again.sha256)).type).toBe('application/pdf');
});

it('is told by name what it lacks of what records name, and of nothing else', async () => {
  const judge = await scene.as({ ...reviewer, scope: ['*'] });
  const [lost, there] = [await registered(mine, judge), await registered(mine, judge)];
  const unnamed = await mine.files!.put(pdf('that nothing names'));
  const printed: unknown[] = [];
  const evidence = () =>
    runTask('evidence', [], {
      ...{ database, files: s3Files({ ...store.options, pause: 1 }), province: scene.tenant },
      ...{ uploads: diskUploads('unused'), now: () => new Date() },
      print: (line) => printed.push(JSON.parse(line)),
    });
  expect(await evidence()).toBe(0);
  expect(printed.splice(0)).toEqual([{ missing: 0 }]);
  // The bucket is of an earlier day than the database.
  for (const path of store.kept.keys()) if (!path.endsWith(there.file.sha256)) store.kept.delete(path);
  expect(await evidence()).toBe(65);
  expect(printed).toEqual([
    {
      sha256: lost.file.sha256,
      records: [{ type: 'assessment', id: lost.assessment, subject: lost.id }],
    },
    { missing: 1 },
  ]);
  expect(unnamed.sha256).not.toBe(lost.file.sha256);
});
