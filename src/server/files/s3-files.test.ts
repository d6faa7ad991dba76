import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsV4Signer } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s3Files } from './s3-files.js';

const keys = { accessKeyId: 'htsd', secretAccessKey: 'bí mật', region: 'vn-1' };
const kept = new Map<string, Buffer>();
const asked: string[] = [];
let endpoint: string;
/** How the next request is answered, if not as it should be. */
let fault: number | undefined;

/** As an S3 service does: signs what it was asked for itself, and compares. */
async function isSigned(request: IncomingMessage, body: Buffer): Promise<boolean> {
  const { authorization, 'x-amz-date': datetime, 'x-amz-content-sha256': hash } = request.headers;
  if (request.method === 'PUT' && hash !== createHash('sha256').update(body).digest('hex')) return false;
  const signer = new AwsV4Signer({
    ...{ method: request.method, url: `${endpoint}${request.url}`, service: 's3', ...keys },
    ...{ datetime: datetime as string, headers: { 'X-Amz-Content-Sha256': hash as string } },
  });
  return (await signer.sign()).headers.get('authorization') === authorization;
}

/** A page of two keys, as a service lists them. */
function listed(search: URLSearchParams): string {
  const keysKept = [...kept.keys()]
    .map((path) => decodeURIComponent(path.slice('/minh-chung/'.length)))
    .sort();
  const from = search.get('continuation-token') ?? '';
  const fitting = keysKept.filter((key) => key.startsWith(search.get('prefix')!) && key > from);
  const page = fitting.slice(0, 2);
  const contents = page.map(
    (key) => `<Contents><Key>${key}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>`,
  );
  const next = fitting.length > 2 ? `<NextContinuationToken>${page[1]}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`;
}

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    void (async () => {
      const body = Buffer.concat(parts);
      const path = request.url!;
      asked.push(`${request.method} ${path}`);
      if (fault !== undefined) return response.writeHead(fault).end();
      if (!(await isSigned(request, body)))
        return response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      if (path.includes('?')) return response.end(listed(new URL(path, endpoint).searchParams));
      if (request.method === 'PUT') kept.set(path, body);
      if (request.method === 'DELETE') return response.writeHead(kept.delete(path) ? 204 : 404).end();
      const found = kept.get(path);
      return found
        ? response.end(found)
        : response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    })();
  });
});
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((done) => server.close(done)));

describe('evidence in a bucket', () => {
  const bytes = new TextEncoder().encode('%PDF-1.7 Trường');
  const sha256 = createHash('sha256').update(bytes).digest('hex');

  it('is put, found and dropped, each province on its own shelf, with requests that are signed', async () => {
    const files = s3Files({ endpoint, bucket: 'minh-chung', ...keys });
    expect(await files.get('25', sha256)).toBeUndefined();
    await files.put('25', sha256, bytes);
    expect(await files.get('25', sha256)).toEqual(bytes);
    expect(await files.get('26', sha256)).toBeUndefined();
    await files.put('../25', sha256, bytes);
    expect([...kept.keys()]).toEqual([`/minh-chung/25/${sha256}`, `/minh-chung/%252E%252E%252F25/${sha256}`]);
    await files.drop('25', sha256);
    await files.drop('25', sha256);
    expect(await files.get('25', sha256)).toBeUndefined();
  });

  it('is listed with its age, page after page, of one province only', async () => {
    const files = s3Files({ endpoint, bucket: 'minh-chung', ...keys });
    const hashes = ['a', 'b', 'c', 'd', 'e'].map((one) => one.repeat(64));
    for (const one of hashes) kept.set(`/minh-chung/25/${one}`, Buffer.from('x'));
    kept.set('/minh-chung/25/read-me.txt', Buffer.from('x'));
    kept.set(`/minh-chung/255/${sha256}`, Buffer.from('x'));
    const found = [];
    for await (const one of files.list('25')) found.push(one);
    expect(found.map((one) => one.sha256)).toEqual(hashes);
    expect(found[0]?.at).toEqual(new Date('2026-01-02T03:04:05Z'));
    expect([await files.has('25', hashes[0]!), await files.has('26', hashes[0]!)]).toEqual([true, false]);
  });

  it('fails where the service refuses, and says nothing is there only where nothing is', async () => {
    const stranger = s3Files({ endpoint, bucket: 'minh-chung', ...keys, secretAccessKey: 'another' });
    await expect(stranger.get('25', sha256)).rejects.toThrow('answered 403');
    await expect(stranger.put('25', sha256, bytes)).rejects.toMatchObject({
      code: 'S3 403 SignatureDoesNotMatch',
    });
    const files = s3Files({ endpoint, bucket: 'minh-chung', ...keys });
    await expect(files.put('25', sha256, new TextEncoder().encode('other bytes'))).rejects.toThrow(
      'answered 403',
    );
    fault = 404;
    await expect(files.put('25', sha256, bytes)).rejects.toMatchObject({ code: 'S3 404' });
    fault = 301;
    await expect(files.get('25', sha256)).rejects.toThrow();
    fault = undefined;
  });
});
