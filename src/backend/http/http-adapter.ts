import type { Command } from '../../domain/command.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { errorCodes } from '../error-codes.js';
import { HtsdError, type ErrorCode } from '../errors.js';
import type { Backend, CallOptions, FileInfo, Session } from '../port.js';
import { putFile } from './put-file.js';
import { codeOfStatus } from './status-codes.js';
import { createTransport, jsonOf, type Answered, type TransportOptions } from './transport.js';

export { createMappedAdapter, type MappedAdapterOptions } from './mapped/mapped-adapter.js';
export { checkMapping, type MappingFault } from './mapped/check-mapping.js';
export { tokenSource, type TokenSource } from './token-source.js';
export type { Mapping } from './mapped/mapping.schema.js';

/** `baseUrl`: address of the server, without `/v1`: `https://htsd.example.vn`. */
export interface HttpAdapterOptions extends TransportOptions {
  /** Code of the province that a visitor reads in. Default: the server's. */
  province?: string | undefined;
}

/** Longer addresses are cut by proxies; what does not fit goes into the body. */
const longestAddress = 1_800;

/** A back end over HTTP that speaks as our server does. Errors: as the port says. */
export function createHttpAdapter(options: HttpAdapterOptions): Backend {
  const transport = createTransport(options, (headers, token) => {
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    if (options.province !== undefined) headers.set('HTSD-Province', options.province);
  });

  async function call(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Answered> {
    const answer = await transport.send(`/v1/${path}`, init, signal);
    if (!answer.ok) throw failure(answer);
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
    capabilities: {
      files: true,
      push: false,
      publicRead: true,
      aggregate: true,
      durable: true,
      remote: true,
    },
    session: ({ signal }: CallOptions = {}): Promise<Session> => json('session', {}, signal),
    async execute(commands: readonly Command[], { signal }: CallOptions = {}): Promise<Receipt[]> {
      const answer = await json<{ receipts?: unknown } | null>('commands', post({ commands }), signal);
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

const malformed = (call: string): HtsdError =>
  new HtsdError('server', { params: { reason: 'malformed', call } });

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

/** What the server says went wrong; where it says nothing that can be read, what its status says. */
function failure(answer: Answered): HtsdError {
  const body = jsonOf(answer);
  const said = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  if (isSaid(said)) return new HtsdError(said.code, { params: said.params, retryable: said.retryable });
  return new HtsdError(codeOfStatus(answer.status), { params: { status: answer.status } });
}

interface Said {
  code: ErrorCode;
  params: Record<string, string | number>;
  retryable: boolean;
}

function isSaid(said: unknown): said is Said {
  if (typeof said !== 'object' || said === null) return false;
  const { code, params, retryable } = said as Partial<Said>;
  return (
    errorCodes.some((known) => known === code) &&
    typeof retryable === 'boolean' &&
    typeof params === 'object' &&
    params !== null &&
    Object.values(params).every((value) => typeof value === 'string' || typeof value === 'number')
  );
}
