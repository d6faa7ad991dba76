import { throwIfAborted } from '../backend/abort.js';
import { isHtsdError } from '../backend/errors.js';
import { MOST_IDS } from '../domain/most-ids.js';
import type { Subject } from '../domain/subject.schema.js';
import type { Client } from './client.types.js';
import { patiently } from './patiently.js';
import { someAtOnce } from './some-at-once.js';

/** Those that were found not to know it after all, as servers of before: not asked again as long as the page is open. */
const alone = new WeakSet<object>();

/**
 * The subjects of these ids, as far as there are any that the person may see: hundreds with one question, or each with its own where
 * the back end has not the capability `named`. `tell` is called with how many are done. Errors: those of the queries; AbortError.
 */
export async function readSubjects(
  client: Client,
  ids: readonly string[],
  signal: AbortSignal,
  tell: (count: number) => void = () => undefined,
): Promise<Map<string, Subject>> {
  const found = new Map<string, Subject>();
  const all = [...new Set(ids)];
  for (let at = 0; at < all.length; at += MOST_IDS) {
    const some = all.slice(at, at + MOST_IDS);
    for (const one of await readNamed(client, some, signal)) found.set(one.id, one);
    const left = some.filter((id) => !found.has(id));
    await someAtOnce(left, signal, async (id) => {
      const one = await readOne(client, id, signal);
      if (one) found.set(id, one);
    });
    tell(at + some.length);
  }
  return found;
}

const absent = /^(not-found|forbidden|invalid)$/;

/** Those of several that one question brings. */
async function readNamed(client: Client, ids: string[], signal: AbortSignal): Promise<Subject[]> {
  const { backend } = client;
  if (ids.length < 2 || !backend.capabilities.named || alone.has(backend)) return [];
  const wanted = new Set(ids);
  try {
    const { items } = await patiently(
      () => client.query('subjects.list', { ids, limit: ids.length }, { signal }),
      signal,
    );
    const mine = items.filter(({ id }) => wanted.has(id));
    if (mine.length < items.length) alone.add(backend);
    return mine;
  } catch (error) {
    throwIfAborted(signal);
    if (isHtsdError(error) && (error.code === 'invalid' || error.code === 'unsupported')) alone.add(backend);
    // One by one they may be had all the same: without network, from what this device has.
    return [];
  }
}

async function readOne(client: Client, id: string, signal: AbortSignal): Promise<Subject | undefined> {
  try {
    const { items } = await patiently(() => client.query('subject.get', { id }, { signal }), signal);
    return items[0];
  } catch (error) {
    // Gone, somebody else's by now, or damaged.
    if (isHtsdError(error) && absent.test(error.code)) return undefined;
    throw error;
  }
}
