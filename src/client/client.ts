import { HtsdError, toHtsdError } from '../backend/errors.js';
import type { Backend, CallOptions } from '../backend/port.js';
import { uuidv7 } from '../domain/new-id.js';
import type { QueryItem } from '../domain/query.schema.js';
import type { Client, ClientOptions, Device } from './client.types.js';
import { withDeadline } from './deadline.js';
import { firstDrafts } from './drafts-here.js';
import { lazily } from './lazily.js';
import { isAbort } from './problem.js';

const defaultTimeout = 30_000;
const defaultMax = 1_000;

/**
 * The client over a back end: checks what comes over the border, bounds how long it may take, and makes ids.
 * Errors: see `Client`.
 */
export function createClient(backend: Backend, options: ClientOptions = {}): Client {
  const { timeout = defaultTimeout, storage = 'htsd', now = backend.now ?? (() => new Date()) } = options;
  const device: Device = { storage, drafts: firstDrafts(storage), sessions: new Set() };
  const gone = new AbortController();
  /** The schemas load while the back end works. */
  const customs = lazily(() => import('./border.js'));

  async function call<T>(
    { signal }: CallOptions,
    ask: (signal: AbortSignal) => Promise<T>,
    check: (rules: typeof import('./border.js'), answer: T) => T | Promise<T>,
  ): Promise<T> {
    if (gone.signal.aborted) throw new DOMException('Disposed', 'AbortError');
    const rules = backend.checked ? undefined : customs();
    rules?.catch(() => undefined);
    try {
      const answer = await withDeadline(timeout, signal, ask);
      return rules ? check(await rules, answer) : answer;
    } catch (error) {
      // An abort that nobody asked for would leave the asker waiting in silence.
      throw isAbort(error) && !signal?.aborted
        ? new HtsdError('server', { cause: error })
        : toHtsdError(error);
    }
  }

  const client: Client = {
    backend,
    capabilities: backend.capabilities,
    device,
    session: (callOptions = {}) =>
      call(
        callOptions,
        (signal) => backend.session({ signal }),
        (rules, answer) => rules.checkSession(answer),
      ),
    query: (name, params, callOptions = {}) =>
      call(
        callOptions,
        (signal) => backend.query(name, params, { signal }),
        (rules, answer) => rules.checkPage(name, answer),
      ),
    async queryAll(name, params, { max = defaultMax, ...callOptions } = {}) {
      const items: QueryItem<typeof name>[] = [];
      const seen = new Set<string>();
      let cursor: string | undefined;
      do {
        const page = await client.query(
          name,
          cursor === undefined ? params : { ...params, cursor },
          callOptions,
        );
        items.push(...page.items);
        cursor = page.next;
        // A cursor that comes again would lead round in a circle.
        if (cursor !== undefined && seen.has(cursor)) {
          throw new HtsdError('server', { params: { reason: 'malformed', call: name } });
        }
        if (cursor !== undefined) seen.add(cursor);
      } while (cursor !== undefined && items.length < max && seen.size < max);
      return items.slice(0, max);
    },
    execute: (commands, callOptions = {}) =>
      call(
        callOptions,
        (signal) => backend.execute(commands, { signal }),
        (rules, answer) => rules.checkReceipts(commands, answer),
      ),
    newId: () => uuidv7(now().getTime(), crypto.getRandomValues(new Uint8Array(16))),
    now,
    async dispose() {
      const ending = [...device.sessions].map((session) => session.flush().finally(() => session.dispose()));
      await Promise.allSettled(ending);
      gone.abort();
      device.drafts?.close();
      await backend.dispose();
    },
  };
  if (!backend.checked) customs().catch(() => undefined);
  return client;
}
