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

  async function ask(
    method: string,
    province: string,
    sha256: string,
    bytes?: Uint8Array,
  ): Promise<Response> {
    // A province comes from outside: what it says must not lead out of the bucket.
    const shelf = encodeURIComponent(province).replaceAll('.', '%2E');
    const answer = await client.fetch(`${base}/${encodeURIComponent(shelf)}/${sha256}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeout),
      ...(bytes && {
        body: bytes as BodyInit,
        // What arrives is what was meant, or the service refuses it.
        headers: { 'X-Amz-Content-Sha256': sha256 },
      }),
    });
    if (answer.ok || (answer.status === 404 && method !== 'PUT')) return answer;
    await answer.body?.cancel();
    throw new Error(`The store of files answered ${answer.status}.`);
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
    drop: async (province, sha256) => void (await (await ask('DELETE', province, sha256)).body?.cancel()),
  };
}
