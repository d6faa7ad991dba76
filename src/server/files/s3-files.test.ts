import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { refuse, startS3, type TestStore } from '../../../test/server/start-s3.js';
import { checkStore, s3Files } from './s3-files.js';

const bytes = new TextEncoder().encode('%PDF-1.7 Trường');
const sha256 = createHash('sha256').update(bytes).digest('hex');
let store: TestStore;
const files = (more: object = {}) => s3Files({ ...store.options, pause: 1, ...more });
beforeAll(async () => {
  store = await startS3();
});
beforeEach(() => {
  store.instead = () => false;
  store.now = () => new Date();
  store.kept.clear();
  store.asked.length = 0;
});
afterAll(() => store.close());

describe('evidence in a bucket', () => {
  it('is put, found and dropped, each province on its own shelf, with requests that are signed', async () => {
    expect(await files().get('25', sha256)).toBeUndefined();
    await files().put('25', sha256, bytes);
    expect(await files().get('25', sha256)).toEqual(bytes);
    expect(await files().get('26', sha256)).toBeUndefined();
    await files().put('../25', sha256, bytes);
    expect([...store.kept.keys()]).toEqual([
      `/minh-chung/25/${sha256}`,
      `/minh-chung/%252E%252E%252F25/${sha256}`,
    ]);
    await files().drop('25', sha256);
    await files().drop('25', sha256);
    expect(await files().get('25', sha256)).toBeUndefined();
  });

  it('is listed with its age, page after page, of one province only', async () => {
    const hashes = ['a', 'b', 'c', 'd', 'e'].map((one) => one.repeat(64));
    for (const one of hashes) store.kept.set(`/minh-chung/25/${one}`, Buffer.from('x'));
    store.kept.set('/minh-chung/25/read-me.txt', Buffer.from('x'));
    store.kept.set(`/minh-chung/255/${sha256}`, Buffer.from('x'));
    const found = [];
    for await (const one of files().list('25')) found.push(one);
    expect(found.map((one) => one.sha256)).toEqual(hashes);
    expect(found[0]?.at).toEqual(new Date('2026-01-02T03:04:05Z'));
    expect([await files().has('25', hashes[0]!), await files().has('26', hashes[0]!)]).toEqual([true, false]);
  });

  it('fails by the word of the service that refuses', async () => {
    const stranger = files({ secretAccessKey: 'another' });
    const refused = { code: 'S3 403 SignatureDoesNotMatch' };
    await expect(stranger.get('25', sha256)).rejects.toMatchObject(refused);
    await expect(stranger.put('25', sha256, bytes)).rejects.toMatchObject(refused);
    await expect(checkStore(stranger, '25')).rejects.toMatchObject(refused);
    await expect(files().put('25', sha256, new TextEncoder().encode('other bytes'))).rejects.toMatchObject(
      refused,
    );
    store.instead = (_, response) => (response.writeHead(301, { Location: '/' }).end(), true);
    await expect(files().get('25', sha256)).rejects.toMatchObject({
      code: expect.stringMatching(/^S3 /) as string,
    });
    store.instead = () => false;
    store.now = () => new Date(Date.now() - 7_200_000);
    await expect(files().get('25', sha256)).rejects.toMatchObject({ code: 'S3 403 RequestTimeTooSkewed' });
  });

  it('is never said to be not there, or to be dropped, where the bucket is not', async () => {
    await files().put('25', sha256, bytes);
    const elsewhere = files({ bucket: 'khac' });
    const gone = { code: 'S3 404 NoSuchBucket' };
    for (const asked of [
      () => elsewhere.get('25', sha256),
      () => elsewhere.drop('25', sha256),
      () => elsewhere.put('25', sha256, bytes),
      () => checkStore(elsewhere, '25'),
    ])
      await expect(asked()).rejects.toMatchObject(gone);
    await checkStore(files(), '25');
  });

  it('is asked for again while the service is busy, or breaks off, and no more often than four times', async () => {
    await files().put('25', sha256, bytes);
    const days = [
      (response: Parameters<TestStore['instead']>[1]) => refuse(response, 503, 'SlowDown'),
      (response: Parameters<TestStore['instead']>[1]) => void response.destroy(),
    ];
    for (const bad of days) {
      let left = 3;
      store.asked.length = 0;
      store.instead = (_, response) => left > 0 && ((left -= 1), bad(response), true);
      expect(await files().get('25', sha256)).toEqual(bytes);
      expect(store.asked).toHaveLength(4);
      left = 4;
      store.asked.length = 0;
      const code = bad === days[0] ? 'S3 503 SlowDown' : 'S3 UND_ERR_SOCKET';
      await expect(files().get('25', sha256)).rejects.toMatchObject({ code });
      expect(store.asked).toHaveLength(4);
    }
  });

  it('fails by a word of its own where the service is silent, is cut off in the middle, or is not there', async () => {
    store.instead = () => true;
    await expect(files({ timeout: 50 }).get('25', sha256)).rejects.toMatchObject({ code: 'S3 timeout' });
    store.instead = (_, response) => {
      response.writeHead(200, { 'Content-Length': '20' });
      response.write('%PDF', () => response.destroy());
      return true;
    };
    await expect(files().get('25', sha256)).rejects.toMatchObject({ code: 'S3 UND_ERR_SOCKET' });
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    const away = files({ endpoint: `http://127.0.0.1:${port}` });
    await expect(away.get('25', sha256)).rejects.toMatchObject({ code: 'S3 ECONNREFUSED' });
  });
});
