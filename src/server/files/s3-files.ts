import { AwsClient } from 'aws4fetch';
import type { ByteStore } from './disk-files.js';

export interface S3Options {
  /** Of the service, without the bucket: `https://s3.example.vn`. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** Milliseconds for one request. Default 60,000. */
  timeout?: number | undefined;
}

/**
 * Bytes in a bucket of an S3-compatible service (path style), under `<province>/<sha256>`. Who lets the program into the
 * bucket lets nobody else: files are handed out by the program alone.
 */
export function s3Files(options: S3Options): ByteStore {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey, timeout = 60_000 } = options;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
  const base = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`;

  // A province comes from outside: what it says must not lead out of the bucket.
  const shelfOf = (province: string): string => encodeURIComponent(province).replaceAll('.', '%2E');
  const ask = (method: string, province: string, sha256: string, bytes?: Uint8Array): Promise<Response> =>
    call(method, `${base}/${encodeURIComponent(shelfOf(province))}/${sha256}`, bytes && { sha256, bytes });

  async function call(
    method: string,
    address: string,
    put?: { sha256: string; bytes: Uint8Array },
  ): Promise<Response> {
    const answer = await client.fetch(address, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      ...(put && {
        body: put.bytes as BodyInit,
        // What arrives is what was meant, or the service refuses it.
        headers: { 'X-Amz-Content-Sha256': put.sha256 },
      }),
    });
    if (answer.ok || (answer.status === 404 && method !== 'PUT')) return answer;
    throw await failureOf(answer);
  }

  return {
    put: async (province, sha256, bytes) =>
      void (await (await ask('PUT', province, sha256, bytes)).body?.cancel()),
    async get(province, sha256) {
      const answer = await ask('GET', province, sha256);
      if (answer.status !== 404) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      return undefined;
    },
    async has(province, sha256) {
      const answer = await ask('HEAD', province, sha256);
      await answer.body?.cancel();
      return answer.ok;
    },
    async *list(province) {
      const prefix = `${shelfOf(province)}/`;
      for (let from: string | undefined = ''; from !== undefined;) {
        const search = new URLSearchParams({
          'list-type': '2',
          prefix,
          ...(from && { 'continuation-token': from }),
        });
        const answer = await call('GET', `${base}?${search.toString()}`);
        if (!answer.ok) throw await failureOf(answer);
        const page = await answer.text();
        for (const [, one = ''] of page.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
          const sha256 = within(one, 'Key')?.slice(prefix.length);
          const at = new Date(within(one, 'LastModified') ?? '');
          if (sha256 && hash.test(sha256)) yield { sha256, at };
        }
        from = within(page, 'NextContinuationToken');
      }
    },
    drop: async (province, sha256) => void (await (await ask('DELETE', province, sha256)).body?.cancel()),
  };
}

const hash = /^[0-9a-f]{64}$/;

/** What the service calls it is the `code`, so that the log tells a wrong key from a wrong clock. */
async function failureOf(answer: Response): Promise<Error> {
  const said = within(await answer.text().catch(() => ''), 'Code') ?? '';
  const code = ['S3', answer.status, ...(/^\w{1,60}$/.test(said) ? [said] : [])].join(' ');
  return Object.assign(new Error(`The store of files answered ${answer.status}.`), { code });
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
