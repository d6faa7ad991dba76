import { isHtsdError, HtsdError } from '../../backend/errors.js';
import type { Changes } from '../storage/changes.js';

/** JSON, a value a line. */
export const linesType = 'application/x-ndjson';

/** Milliseconds after which a stream ends and is to be asked for anew, with a token that is looked at anew. */
const longest = 60_000;

/**
 * What changed since, in lines: `{"items","next"}` for each command of which this person may read anything, and as the last
 * `{"next","more"}`, or `{"error"}` where it could not go on. Without a last line it was cut; `next` of any line says where
 * to go on. Some hundred commands are read each time that the reader has taken the lines of those before, and no connection
 * to the database is held while he does. What fails before the first line is thrown, as for a page.
 * @param tell hears of failures after that which nobody foresaw
 * @param closing it ends with what was read when this fires, to be asked for anew of another copy
 * @param clock milliseconds
 */
export async function changesInLines(
  desk: { changes(since: string | undefined): Promise<Changes> },
  since: string | undefined,
  tell: (error: unknown) => void,
  closing?: AbortSignal,
  clock: () => number = () => performance.now(),
): Promise<ReadableStream<Uint8Array>> {
  const end = clock() + longest;
  const first = await desk.changes(since);
  const text = new TextEncoder();
  async function* lines(): AsyncGenerator<Uint8Array, undefined> {
    try {
      let found = first;
      for (; ; found = await desk.changes(found.next)) {
        const last =
          found.more && clock() < end && !closing?.aborted
            ? undefined
            : { next: found.next, more: found.more };
        yield text.encode(linesOf(found) + lineOf(last));
        if (last) return undefined;
      }
    } catch (error) {
      const { code, params, retryable } = knownOf(error, tell);
      yield text.encode(lineOf({ error: { code, params, retryable } }));
      return undefined;
    }
  }
  const told = lines();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value } = await told.next();
        if (value) controller.enqueue(value);
        else controller.close();
      },
      cancel: async () => void (await told.return(undefined)),
    },
    // Nothing is read before somebody takes what was read before.
    { highWaterMark: 0 },
  );
}

function knownOf(error: unknown, tell: (error: unknown) => void): HtsdError {
  const known = isHtsdError(error) ? error : new HtsdError('server');
  if (known.code === 'server') tell(error);
  return known;
}

const lineOf = (value: object | undefined): string => (value ? `${JSON.stringify(value)}\n` : '');

/** Where nobody may read anything for long, lines tell that all the same how far it has come. */
function linesOf({ steps }: Changes): string {
  const told = steps.filter(({ items }, no) => items.length > 0 || no === steps.length - 1);
  return told.map(({ items, next: after }) => lineOf({ items, next: after })).join('');
}
