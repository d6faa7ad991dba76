import { HtsdError, toHtsdError } from '../backend/errors.js';
import type { Backend, CallOptions } from '../backend/port.js';
import { uuidv7 } from '../domain/new-id.js';
import type { QueryItem } from '../domain/query.schema.js';
import { openAssessmentSession } from './assessment-session.js';
import type { Client, ClientOptions } from './client.types.js';
import { withDeadline } from './deadline.js';
import { createDraftStore } from './draft-store.js';
import { lazily } from './lazily.js';
import { isAbort } from './problem.js';
import type { AssessmentSession } from './view.types.js';

const defaultTimeout = 30_000;
const defaultMax = 1_000;

/**
 * The client over a back end: checks what comes over the border, bounds how long it may take, makes ids, and
 * opens assessments. Errors: see `Client`.
 */
export function createClient(backend: Backend, options: ClientOptions = {}): Client {
  const { timeout = defaultTimeout, storage = 'htsd', now = () => new Date() } = options;
  const drafts = createDraftStore(storage);
  const device = { drafts, storage };
  const sessions = new Set<AssessmentSession>();
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
    openAssessment(sessionOptions) {
      const session = openAssessmentSession({ client, ...device }, sessionOptions);
      sessions.add(session);
      const dispose = session.dispose.bind(session);
      session.dispose = () => {
        sessions.delete(session);
        dispose();
      };
      return session;
    },
    newId: () => uuidv7(now().getTime(), crypto.getRandomValues(new Uint8Array(16))),
    now,
    async dispose() {
      await Promise.all([...sessions].map((session) => session.flush().catch(() => undefined)));
      for (const session of [...sessions]) session.dispose();
      gone.abort();
      drafts.close();
      await backend.dispose();
    },
  };
  if (!backend.checked) customs().catch(() => undefined);
  return client;
}
