import type { Command } from '../../domain/command.schema.js';
import type { Page, QueryItem, QueryName, QueryParams } from '../../domain/query.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { errorCodes, HtsdError, type ErrorCode } from '../errors.js';
import type { Backend, CallOptions, FileInfo, Session } from '../port.js';

export interface HttpAdapterOptions {
  /** Address of the server, without `/v1`: `https://htsd.example.vn`. */
  baseUrl: string;
  /**
   * The bearer token of who is signed in, asked for with each call, so that it may be renewed in between; undefined for a
   * visitor. It travels in a header, never in an address, and is kept nowhere.
   */
  token?: (() => string | undefined | Promise<string | undefined>) | undefined;
  /** Code of the province that a visitor reads in. Default: the server's. */
  province?: string | undefined;
  /** Milliseconds after which an answer is given up. Default 30,000. */
  timeout?: number | undefined;
  /** Default: the browser's own. */
  fetch?: typeof fetch | undefined;
}

/** Longer addresses are cut by proxies; what does not fit goes into the body. */
const longestAddress = 1_800;

/** A back end over HTTP that speaks as our server does. Errors: as the port says. */
export function createHttpAdapter(options: HttpAdapterOptions): Backend {
  const { token, province, timeout = 30_000 } = options;
  const base = options.baseUrl.replace(/\/+$/, '');
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  let disposed = false;

  async function call(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Response> {
    if (disposed) throw new HtsdError('unsupported', { params: { reason: 'disposed' } });
    throwIfGone(signal);
    const headers = new Headers(init.headers);
    const bearer = await token?.();
    if (bearer !== undefined) headers.set('Authorization', `Bearer ${bearer}`);
    if (province !== undefined) headers.set('HTSD-Province', province);
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), timeout);
    const stop = (): void => late.abort();
    signal?.addEventListener('abort', stop, { once: true });
    try {
      throwIfGone(signal);
      const response = await send(`${base}/v1/${path}`, {
        ...init,
        headers,
        signal: late.signal,
        // Whoever it is says so in a header: no cookie of the server's site has a say.
        credentials: 'omit',
        redirect: 'error',
      });
      if (!response.ok) throw await failure(response);
      // Read within the time, too: an answer that stops midway is none.
      return new Response(await response.arrayBuffer(), { headers: response.headers });
    } catch (error) {
      throwIfGone(signal);
      if (error instanceof HtsdError) throw error;
      throw new HtsdError(late.signal.aborted ? 'timeout' : 'offline', { cause: error });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
  }

  async function json<T>(path: string, init: RequestInit, signal: AbortSignal | undefined): Promise<T> {
    const response = await call(path, init, signal);
    try {
      return (await response.json()) as T;
    } catch (cause) {
      throw new HtsdError('server', { params: { reason: 'malformed', call: path.split('?')[0]! }, cause });
    }
  }

  const post = (body: unknown): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

  return {
    name: 'http',
    capabilities: { files: true, push: false, publicRead: true, aggregate: true, durable: true },
    session: ({ signal }: CallOptions = {}): Promise<Session> => json('session', {}, signal),
    async execute(commands: readonly Command[], { signal }: CallOptions = {}): Promise<Receipt[]> {
      const answer = await json<{ receipts?: unknown } | null>('commands', post({ commands }), signal);
      if (!Array.isArray(answer?.receipts))
        throw new HtsdError('server', { params: { reason: 'malformed', call: 'commands' } });
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
      put: (blob: Blob, { signal }: CallOptions = {}): Promise<FileInfo> =>
        json('files', { method: 'PUT', body: blob }, signal),
      async get(sha256: string, { signal }: CallOptions = {}): Promise<Blob> {
        const response = await call(`files/${encodeURIComponent(sha256)}`, {}, signal);
        return new Blob([await response.arrayBuffer()], { type: response.headers.get('content-type') ?? '' });
      },
    },
    dispose: async () => void (disposed = true),
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

/** What the server says went wrong; where it says nothing that can be read, what its status says. */
async function failure(response: Response): Promise<HtsdError> {
  const body: unknown = await response.json().catch(() => undefined);
  const said = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  if (isSaid(said)) return new HtsdError(said.code, { params: said.params, retryable: said.retryable });
  return new HtsdError(byStatus[response.status] ?? (response.status >= 500 ? 'server' : 'invalid'), {
    params: { status: response.status },
  });
}

const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  413: 'too-large',
  429: 'rate-limited',
  501: 'unsupported',
  502: 'offline',
  503: 'offline',
  504: 'timeout',
  507: 'quota',
};

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

function throwIfGone(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new DOMException('Aborted', 'AbortError');
}
