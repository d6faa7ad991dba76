import type { Command } from '../../../domain/command.schema.js';
import {
  schemasOf,
  type Page,
  type QueryItem,
  type QueryName,
  type QueryParams,
} from '../../../domain/query.schema.js';
import type { Receipt } from '../../../domain/receipt.schema.js';
import { HtsdError, toHtsdError } from '../../errors.js';
import type { Backend, CallOptions, FileInfo, Files, Session } from '../../port.js';
import { codeOfStatus } from '../status-codes.js';
import { createTransport, jsonOf, usualTimeout, type Answered, type TransportOptions } from '../transport.js';
import { buildRequest } from './build-request.js';
import { checkMapping } from './check-mapping.js';
import type { Call, Mapping, Read } from './mapping.schema.js';
import { at } from './paths.js';
import { filterOf } from './filter.js';
import { turnPage } from './paging.js';
import { readAnswer, type Verdict } from './read-answer.js';
import { createShaper } from './shapes.js';
import { createSender } from './send-command.js';
import { waitForAnswer } from './wait-for-answer.js';

export interface MappedAdapterOptions extends TransportOptions {
  /** What `checkMapping` finds no fault with, e.g. read from a JSON file. */
  mapping: Mapping;
}

/**
 * A back end of another maker, asked as its mapping says. Errors: as the port says; `invalid` at once where the mapping
 * has faults, with the first of them in `path` and `reason`.
 */
export function createMappedAdapter(options: MappedAdapterOptions): Backend {
  const { mapping, baseUrl } = options;
  const [fault] = checkMapping(mapping);
  if (fault) throw new HtsdError('invalid', { params: { path: fault.path, reason: fault.says } });
  const shaper = createShaper(mapping);
  const { header, prefix } = mapping.token ?? { header: 'Authorization', prefix: 'Bearer ' };
  const transport = createTransport(options, (headers, token) => {
    if (token !== undefined) headers.set(header, (prefix ?? '') + token);
  });

  async function ask(call: Call, ours: unknown, how: Asked): Promise<Verdict> {
    const built = buildRequest(call, ours, { mapping, shaper, ...(how.extra && { extra: how.extra }) });
    const answer = await transport.send(how.path ?? built.path, { ...built.init, ...how.init }, how.signal);
    return readAnswer(mapping, await comeIn(answer, how.signal), how.command ?? false);
  }

  async function comeIn(answer: Answered, signal: AbortSignal | undefined): Promise<Answered> {
    const { later } = mapping;
    if (!later) return answer;
    const { timeout = usualTimeout } = options;
    const poll = (path: string): Promise<Answered> =>
      transport.send(path, { headers: new Headers(mapping.headers) }, signal);
    return waitForAnswer(answer, { later, baseUrl, timeout, ask: poll }, signal);
  }

  async function said(call: Call, ours: unknown, how: Asked): Promise<{ whole: unknown; headers: Headers }> {
    const verdict = await ask(call, ours, how);
    if (verdict.is === 'ok' || verdict.is === 'duplicate')
      return { whole: verdict.said, headers: verdict.is === 'ok' ? verdict.headers : new Headers() };
    throw verdict.is === 'failed'
      ? verdict.error
      : new HtsdError('server', { params: { reason: 'malformed' } });
  }

  async function query<Q extends QueryName>(
    name: Q,
    params: QueryParams<Q>,
    { signal }: CallOptions = {},
  ): Promise<Page<QueryItem<Q>>> {
    const read: Read | undefined = Object.hasOwn(mapping.queries, name) ? mapping.queries[name] : undefined;
    if (!read) throw new HtsdError('unsupported', { params: { query: name } });
    const schemas = await schemasOf(name);
    const checked = schemas?.params.safeParse(params);
    if (checked && !checked.success)
      throw new HtsdError('invalid', { params: { field: String(checked.error.issues[0]?.path[0] ?? '') } });
    const turn = turnPage(read.paging, params as { cursor?: string; limit?: number }, baseUrl);
    const { whole, headers } = await said(read, params, {
      signal,
      extra: { ...filterOf(read.filter, params, mapping.styles), ...turn.extra },
      path: turn.path,
    });
    const found = at(whole, read.items);
    const list: unknown[] = Array.isArray(found)
      ? found
      : found === undefined || found === null
        ? []
        : [found];
    if (list.length === 0 && name.endsWith('.get')) throw new HtsdError('not-found');
    const items = list.map((one) => shaper.read(read.item, one)) as QueryItem<Q>[];
    return { items, ...turn.after(whole, list.length, headers) };
  }

  async function session({ signal }: CallOptions = {}): Promise<Session> {
    const { whole } = await said(mapping.session, {}, { signal });
    return shaper.read(mapping.session.shape, at(whole, mapping.session.at ?? '')) as Session;
  }

  /** Whose token it was found to be last. */
  let holder: { token: string; id: string } | undefined;

  /** Asks who is signed in, once for each token: their words for a command name nobody. Errors: unauthenticated where another is. */
  async function mustBe(id: string, signal: AbortSignal | undefined): Promise<void> {
    const token = await Promise.resolve(options.token?.()).catch((error: unknown) => {
      throw toHtsdError(error, 'offline');
    });
    if (token !== undefined && holder?.token === token && holder.id === id) return;
    const { actor } = await session({ signal });
    if (actor?.id !== id) throw new HtsdError('unauthenticated');
    holder = token === undefined ? undefined : { token, id };
  }

  const sendOne = createSender({ mapping, shaper, ask, query });

  return {
    name: 'http',
    now: transport.now,
    capabilities: {
      files: mapping.files !== undefined,
      push: false,
      publicRead: mapping.capabilities?.publicRead ?? false,
      aggregate: mapping.capabilities?.aggregate ?? false,
      durable: true,
      remote: true,
    },
    session,
    async execute(commands: readonly Command[], { signal, inNameOf }: CallOptions = {}): Promise<Receipt[]> {
      await transport.open(signal);
      const receipts: Receipt[] = [];
      // One after the other: a later one may rest on what an earlier one made.
      for (const one of commands) {
        if (inNameOf !== undefined) await mustBe(inNameOf, signal);
        receipts.push(await sendOne(one, signal));
      }
      return receipts;
    },
    query,
    files: mapping.files && filesOf(mapping.files),
    dispose: async () => transport.dispose(),
  };

  function filesOf({ put, get }: NonNullable<Mapping['files']>): Files {
    return {
      async put(blob: Blob, { signal }: CallOptions = {}): Promise<FileInfo> {
        const form = new FormData();
        if (put.field !== undefined) form.set(put.field, blob, 'file');
        const init = { method: put.method ?? 'POST', body: put.field === undefined ? blob : form };
        const { whole } = await said(put, {}, { signal, init });
        return shaper.read(put.shape, at(whole, put.at ?? '')) as FileInfo;
      },
      async get(sha256: string, { signal }: CallOptions = {}): Promise<Blob> {
        const built = buildRequest(get, { sha256 }, { mapping, shaper });
        const answer = await transport.send(built.path, built.init, signal);
        const type = answer.headers.get('content-type') ?? '';
        if (
          answer.ok &&
          (mapping.answers?.ok === undefined || !/json/.test(type) || jsonOf(answer) === undefined)
        )
          return new Blob([answer.bytes], { type });
        const verdict = readAnswer(mapping, answer, false);
        throw verdict.is === 'failed' ? verdict.error : new HtsdError(codeOfStatus(answer.status));
      },
    };
  }
}

interface Asked {
  signal: AbortSignal | undefined;
  command?: boolean;
  extra?: Record<string, string | number> | undefined;
  path?: string | undefined;
  init?: RequestInit;
}

/** Asks and reads what came of it. */
export type Ask = (call: Call, ours: unknown, how: Asked) => Promise<Verdict>;
