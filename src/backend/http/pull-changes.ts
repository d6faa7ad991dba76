import { throwIfAborted } from '../abort.js';
import { HtsdError, isHtsdError } from '../errors.js';
import type { BackendEvent, CallOptions } from '../port.js';
import { failureOf, malformed } from './failure-of.js';
import { linesIn } from './lines-in.js';
import type { Begun } from './transport.js';
import { transportTo, type HttpAdapterOptions } from './transport-to.js';

/** Changes that follow each other. */
export interface PulledChanges {
  items: BackendEvent[];
  /** Where to begin the next time: worth keeping as soon as they are dealt with. */
  next: string;
}

/**
 * What changed since a place, in order, until there is no more; without a place only where to begin. It takes no more
 * from the server than is asked of it, and may be left at any time. Errors: as of `query`.
 */
export type ChangesPull = (since?: string, options?: CallOptions) => AsyncGenerator<PulledChanges, void>;

/** What a server tells: an answer by pages is one of these, a stream has one in each line. */
interface Part {
  items: BackendEvent[];
  next: string;
  /** Said at the end only. */
  more?: boolean;
}

const lines = 'application/x-ndjson';

/**
 * Pulls changes from our server, or from one that speaks as it does: in a stream, or by pages where the server knows
 * no stream. What is cut goes on after what was told last, without telling anything twice, as long as each attempt
 * brings something.
 */
export function createChangesPull(options: HttpAdapterOptions): ChangesPull {
  const transport = transportTo(options);
  return async function* pull(since, { signal } = {}) {
    let place = since;
    for (let more = true; more;) {
      const search = place === undefined ? '' : `?${new URLSearchParams({ since: place }).toString()}`;
      const headers = { Accept: `${lines}, application/json;q=0.5` };
      const begun = await transport.begin(`/v1/changes${search}`, { headers }, signal);
      let came = false;
      try {
        for await (const { items, next, more: goesOn } of partsOf(begun)) {
          more = goesOn ?? true;
          if (next === place) continue;
          throwIfAborted(signal);
          came = true;
          place = next;
          yield { items, next };
        }
      } catch (error) {
        if (!came || !isHtsdError(error) || !error.retryable) throw error;
        more = true;
      } finally {
        begun.end();
      }
      if (more && !came) throw malformed('changes');
    }
  };
}

/** Ends with a part that says whether there is more, or rejects. */
async function* partsOf({ response, waiting, asFailure }: Begun): AsyncGenerator<Part, void> {
  const inLines = response.ok && response.headers.get('content-type')?.startsWith(lines);
  const { body } = response;
  const pieces = inLines && body ? linesIn(body, waiting) : wholeOf(response, inLines);
  try {
    for (;;) {
      const { value, done } = await pieces.next().catch((error: unknown) => {
        throw asFailure(error);
      });
      // Cut between two lines.
      if (done) throw new HtsdError('offline');
      const said = read(value);
      if (!response.ok || (typeof said === 'object' && said !== null && 'error' in said))
        throw failureOf(response.ok ? 500 : response.status, said);
      const part = partOf(said);
      yield part;
      if (part.more !== undefined) return;
    }
  } finally {
    await pieces.return();
  }
}

/** What is no stream, or comes to a browser that has none. */
async function* wholeOf(response: Response, inLines = false): AsyncGenerator<string, void> {
  const text = await response.text();
  yield* inLines ? text.split('\n').slice(0, -1) : [text];
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function partOf(said: unknown): Part {
  const { items = [], next, more } = (said ?? {}) as Partial<Record<string, unknown>>;
  if (typeof next !== 'string' || !Array.isArray(items) || !items.every(isEvent)) throw malformed('changes');
  return { items, next, ...(typeof more === 'boolean' && { more }) };
}

function isEvent(item: unknown): item is BackendEvent {
  const { type, id, version } = (item ?? {}) as Partial<Record<string, unknown>>;
  return typeof type === 'string' && typeof id === 'string' && typeof version === 'number';
}
