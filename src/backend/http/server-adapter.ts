import type { Command } from '../../domain/command.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { failureOf, malformed } from './failure-of.js';
import type { Backend, CallOptions, FileInfo, Session } from '../port.js';
import { putFile } from './put-file.js';
import { jsonOf, type Answered } from './transport.js';
import { transportTo, type HttpAdapterOptions } from './transport-to.js';

/** Longer addresses are cut by proxies; what does not fit goes into the body. */
const longestAddress = 1_800;

/** A back end over HTTP that speaks as our server does. Errors: as the port says. */
export function createHttpAdapter(options: HttpAdapterOptions): Backend {
  const transport = transportTo(options);

  async function call(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Answered> {
    const answer = await transport.send(`/v1/${path}`, init, signal);
    if (!answer.ok) throw failureOf(answer.status, jsonOf(answer));
    return answer;
  }

  async function json<T>(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<T> {
    const said = jsonOf(await call(path, init, signal));
    if (said === undefined) throw malformed(path.split('?')[0]!);
    return said as T;
  }

  const post = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

  return {
    name: 'http',
    now: transport.now,
    capabilities: {
      files: true,
      push: false,
      publicRead: true,
      aggregate: true,
      durable: true,
      remote: true,
      named: true,
    },
    session: ({ signal }: CallOptions = {}): Promise<Session> => json('session', {}, signal),
    async execute(commands: readonly Command[], { signal, inNameOf }: CallOptions = {}): Promise<Receipt[]> {
      const body = post({ commands, ...(inNameOf !== undefined && { inNameOf }) });
      const answer = await json<{ receipts?: unknown } | null>('commands', body, signal);
      if (!Array.isArray(answer?.receipts)) throw malformed('commands');
      return answer.receipts as Receipt[];
    },
    query<Q extends QueryName>(
      name: Q,
      params: QueryParams<Q>,
      { signal }: CallOptions = {},
    ): Promise<Page<QueryItem<Q>>> {
      const path = `queries/${encodeURIComponent(name)}`;
      const address = `${path}?${searchOf(params)}`;
      const fits = address.length <= longestAddress && !Object.values(params).some(isNone);
      return fits ? json(address, {}, signal) : json(path, post(params), signal);
    },
    files: {
      put: (blob: Blob, { signal }: CallOptions = {}): Promise<FileInfo> => putFile(blob, json, signal),
      async get(sha256: string, { signal }: CallOptions = {}): Promise<Blob> {
        const { bytes, headers } = await call(`files/${encodeURIComponent(sha256)}`, {}, signal);
        return new Blob([bytes], { type: headers.get('content-type') ?? '' });
      },
    },
    dispose: async () => transport.dispose(),
  };
}

/** A list of nothing is not the same as no list, and cannot be said in an address. */
const isNone = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

function searchOf(params: object): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  return search;
}
