import { throwIfAborted } from '../backend/abort.js';
import { isHtsdError } from '../backend/errors.js';
import { MOST_IDS } from '../domain/most-ids.js';
import type { QueryParams } from '../domain/query.schema.js';
import type { Recognition } from '../domain/recognition.schema.js';
import type { Client } from './client.types.js';
import { patiently } from './patiently.js';
import { someAtOnce } from './some-at-once.js';

/** Those that were found not to know it after all, as servers of before: not asked again as long as the page is open. */
const alone = new WeakSet<object>();

/**
 * The titles of each of these subjects, as far as there are any that the person may see: of hundreds with one question, or of each with
 * its own where the back end has not the capability `named`. Errors: those of the query; AbortError.
 */
export async function readTitles(
  client: Client,
  subjects: readonly string[],
  signal: AbortSignal,
): Promise<Map<string, Recognition[]>> {
  const found = new Map(subjects.map((id): [string, Recognition[]] => [id, []]));
  const all = [...found.keys()];
  for (let at = 0; at < all.length; at += MOST_IDS) {
    const some = all.slice(at, at + MOST_IDS);
    const titles = (await readNamed(client, some, signal)) ?? (await readEach(client, some, signal));
    for (const title of titles) found.get(title.subjectId)?.push(title);
  }
  return found;
}

/** Those of several that come with one question; undefined where each has to be asked for. */
async function readNamed(
  client: Client,
  subjects: readonly string[],
  signal: AbortSignal,
): Promise<Recognition[] | undefined> {
  const { backend } = client;
  if (subjects.length < 2 || !backend.capabilities.named || alone.has(backend)) return undefined;
  const wanted = new Set(subjects);
  const titles: Recognition[] = [];
  let asked: QueryParams<'recognitions.list'> = { subjects: [...subjects], limit: MOST_IDS };
  try {
    for (;;) {
      const { items, next } = await patiently(
        () => client.query('recognitions.list', asked, { signal }),
        signal,
      );
      // One that takes no notice of them would go through all titles that there are.
      if (!items.every(({ subjectId }) => wanted.has(subjectId))) break;
      titles.push(...items);
      if (next === undefined) return titles;
      // It would lead round.
      if (next === asked.cursor) break;
      asked = { ...asked, cursor: next };
    }
  } catch (error) {
    throwIfAborted(signal);
    if (!isHtsdError(error) || (error.code !== 'invalid' && error.code !== 'unsupported')) throw error;
  }
  alone.add(backend);
  return undefined;
}

async function readEach(
  client: Client,
  subjects: readonly string[],
  signal: AbortSignal,
): Promise<Recognition[]> {
  const titles: Recognition[] = [];
  await someAtOnce(subjects, signal, async (subject) => {
    const ask = () => client.queryAll('recognitions.list', { subject }, { signal });
    const all = await patiently(ask, signal);
    titles.push(...all.filter(({ subjectId }) => subjectId === subject));
  });
  return titles;
}
