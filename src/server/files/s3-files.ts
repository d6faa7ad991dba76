import { setTimeout as rest } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import type { ByteStore } from './disk-files.js';

export interface S3Options {
  /** Of the service, without the bucket: `https://s3.example.vn`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Milliseconds for one request, all attempts together. Default 60,000. */
  timeout?: number | undefined;
  /** Milliseconds before it is tried again, at most; twice as many each further time. Default 500. */
  pause?: number | undefined;
}

/** How often it is tried again where the service is busy (`SlowDown`), failed, or was not reached. */
const retries = 3;
const isBusy = ({ status }: Response): boolean => status >= 500 || status === 429;
/** What a service calls that which is not there; without a word for it, as HEAD has none, it is taken for that, too. */
const absent: ReadonlySet<string> = new Set(['', 'NoSuchKey', 'NotFound']);

/**
 * Bytes in a bucket of an S3-compatible service (path style), under `<province>/<sha256>`. Who lets the program into the
 * bucket lets nobody else: files are handed out by the program alone. Whatever it rejects with has a `code` that begins with
 * `S3`, so that a log tells a store that is away from a database that is.
 */
export function s3Files(options: S3Options): ByteStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey, timeout = 60_000, pause = 500 } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' });
  const base = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`;

  // A province comes from outside: what it says must not lead out of the bucket.
  const shelfOf = (province: string): string => encodeURIComponent(province).replaceAll('.', '%2E');
  const ask = <T>(
    method: Method,
    place: Place,
    read: Read<T>,
    bytes?: Uint8Array,
  ): Promise<T | undefined> => {
    const address = `${base}/${encodeURIComponent(shelfOf(place.province))}/${place.sha256}`;
    // What arrives is what was meant, or the service refuses it.
    const put = bytes && { body: bytes as BodyInit, headers: { 'X-Amz-Content-Sha256': place.sha256 } };
    return call(address, { method, ...put }, read);
  };

  /** Reads an answer; undefined where what was asked for is not there. */
  async function call<T>(address: string, init: RequestInit, read: Read<T>): Promise<T | undefined> {
    const signal = AbortSignal.timeout(timeout);
    try {
      const answer = await tried(address, { ...init, redirect: 'error', signal });
      if (answer.ok) return await read(answer);
      const failure = await failureOf(answer);
      if (answer.status === 404 && init.method !== 'PUT' && absent.has(failure.said)) return undefined;
      throw failure;
    } catch (error) {
      throw error instanceof StoreFailure ? error : new StoreFailure(wordOf(error), error);
    }
  }

  /** All that is asked may be asked twice. What was cut off on the way is tried again as what the service refuses for now. */
  async function tried(address: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt === retries;
      // Signed anew each time: a signature is of a moment.
      const answer = await fetch(await client.sign(address, init)).catch((error: unknown) => {
        if (isLast || init.signal.aborted) throw error;
        return undefined;
      });
      if (answer && (isLast || !isBusy(answer))) return answer;
      await answer?.body?.cancel();
      await rest(Math.random() * pause * 2 ** attempt, undefined, { signal: init.signal });
    }
  }

  return {
    put: async (province, sha256, bytes) => void (await ask('PUT', { province, sha256 }, leave, bytes)),
    get: (province, sha256) =>
      ask('GET', { province, sha256 }, async (answer) => new Uint8Array(await answer.arrayBuffer())),
    has: async (province, sha256) => (await ask('HEAD', { province, sha256 }, leave)) ?? false,
    drop: async (province, sha256) => void (await ask('DELETE', { province, sha256 }, leave)),
    async *list(province) {
      const prefix = `${shelfOf(province)}/`;
      for (let from: string | undefined = ''; from !== undefined;) {
        const search = new URLSearchParams({
          'list-type': '2',
          prefix,
          ...(from && { 'continuation-token': from }),
        });
        const address = `${base}?${search.toString()}`;
        const page = await call(address, { method: 'GET' }, (answer) => answer.text());
        if (page === undefined) throw new StoreFailure('404');
        for (const [, one = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const sha256 = within(one, 'Key')?.slice(prefix.length);
          const at = new Date(within(one, 'LastModified') ?? '');
          if (sha256 && hash.test(sha256)) yield { sha256, at };
        }
        from = within(page, 'NextContinuationToken');
      }
    },
  };
}

/** Asks a store for something that a wrong key, name or clock would be refused. Rejects with what it says. */
export async function checkStore(files: ByteStore, province: string): Promise<void> {
  for await (const _ of files.list(province)) break;
}

type Method = 'GET' | 'HEAD' | 'PUT' | 'DELETE';
type Place = Readonly<Record<'province' | 'sha256', string>>;
type Read<T> = (answer: Response) => Promise<T>;

/** It went well, and there is nothing to read. */
const leave: Read<true> = async (answer) => {
  await answer.body?.cancel();
  return true;
};
const hash = /^[0-9a-f]{64}$/;

/** The store of files did not do what it was asked. */
class StoreFailure extends Error {
  /** For the log: `S3`, and what the service or the system calls it. */
  readonly code: string;
  /** The service's own word. */
  readonly said: string;

  constructor(code: string, cause?: unknown, said = '') {
    super(`The store of files: ${code}.`);
    this.code = `S3 ${code}`;
    this.said = said;
    // Not as the cause, of which a log would tell in its place.
    if (cause instanceof Error && cause.stack) this.stack = cause.stack;
  }
}

/** By its own word the log tells a wrong key from a wrong clock. */
async function failureOf(answer: Response): Promise<StoreFailure> {
  const code = within(await answer.text().catch(() => ''), 'Code') ?? '';
  const said = /^\w{1,60}$/.test(code) ? code : '';
  return new StoreFailure([answer.status, ...(said ? [said] : [])].join(' '), undefined, said);
}

/** What the system calls a failure on the way. */
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}

/** The text of an element that has no others in it: names, instants and marks of pages are all that is looked for. */
function within(xml: string, element: string): string | undefined {
  const found = new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];
  return found
    ?.replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
