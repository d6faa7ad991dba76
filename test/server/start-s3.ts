import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsV4Signer } from 'aws4fetch';

/** A service on loopback that does what S3 does with one bucket, and what it does on bad days. */
export interface TestStore {
  options: Record<'endpoint' | 'bucket' | 'region' | 'accessKeyId' | 'secretAccessKey', string>;
  /** What is kept, by its path. */
  kept: Map<string, Buffer>;
  /** Requests, in the order that they came: `PUT /minh-chung/25/…`. */
  asked: string[];
  /** Answers a request itself where it answers `true`; else it is answered as it should be. */
  instead: (request: string, response: ServerResponse) => boolean;
  /** What it thinks that it is now: it takes no request of another quarter of an hour. */
  now: () => Date;
  close(): Promise<void>;
}

const bucket = 'minh-chung';

export async function startS3(): Promise<TestStore> {
  const keys = { accessKeyId: 'htsd', secretAccessKey: 'bí mật', region: 'vn-1' };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => void answer(request, response, Buffer.concat(parts)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const store: TestStore = {
    options: { endpoint, bucket, ...keys },
    kept: new Map(),
    asked: [],
    instead: () => false,
    now: () => new Date(),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    const { method, url: path = '' } = request;
    store.asked.push(`${method} ${path}`);
    if (store.instead(`${method} ${path}`, response)) return;
    const date = String(request.headers['x-amz-date']).replace(/(....)(..)(..T..)(..)/, '$1-$2-$3:$4:');
    if (Math.abs(Date.parse(date) - store.now().getTime()) > 900_000)
      return refuse(response, 403, 'RequestTimeTooSkewed');
    if (!(await isSigned(request, body))) return refuse(response, 403, 'SignatureDoesNotMatch');
    if (path.split(/[/?]/)[1] !== bucket) return refuse(response, 404, 'NoSuchBucket');
    if (path.includes('?')) return void response.end(listed(new URL(path, endpoint).searchParams));
    if (method === 'PUT') store.kept.set(path, body);
    if (method === 'DELETE') return void response.writeHead(store.kept.delete(path) ? 204 : 404).end();
    const found = store.kept.get(path);
    if (found) response.end(found);
    else refuse(response, 404, 'NoSuchKey');
  }

  /** Signs what it was asked for itself, and compares. */
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
    const all = [...store.kept.keys()]
      .map((path) => decodeURIComponent(path.slice(bucket.length + 2)))
      .sort();
    const from = search.get('continuation-token') ?? '';
    const fitting = all.filter((key) => key.startsWith(search.get('prefix')!) && key > from);
    const page = fitting.slice(0, 2);
    const contents = page.map(
      (key) => `<Contents><Key>${key}</Key><LastModified>2026-01-02T03:04:05.000Z</LastModified></Contents>`,
    );
    const next = fitting.length > 2 ? `<NextContinuationToken>${page[1]}</NextContinuationToken>` : '';
    return `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`;
  }

  return store;
}

/** As S3 words it. */
export function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status).end(`<Error><Code>${code}</Code></Error>`);
}
