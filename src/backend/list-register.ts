import type { RegisterParams, RegisterRow } from '../domain/area/area-query.schema.js';
import type { RegisterEntry } from '../domain/area/area-record.schema.js';
import { glanceAt, rowOf, type RowGlance } from '../domain/area/register-entry.js';
import { registerOrders } from '../domain/area/register-order.js';
import { searchable } from '../domain/area/searchable.js';
import type { Page } from '../domain/query.schema.js';
import { maySee } from '../domain/reach.js';
import { throwIfAborted } from './abort.js';
import { signedIn, type QueryContext, type Scan } from './answer-query.js';
import { readCursor, writeCursor } from './cursor.js';
import { limitOf } from './paging.js';
import { registerKey } from './register-key.js';

/** Most rows on a page of the register. */
const mostOnPage = 500;

/** A line and where its row stands. */
interface Placed {
  entry: RegisterEntry;
  key: string;
}

/**
 * A page of the register of a year. By name, the lines are read from where the page begins until it is full, where the
 * storage keeps that order; else all of them are, and only those that may be on the page are held, so that the length of
 * the register costs time and no memory.
 */
export async function listRegister(
  params: RegisterParams,
  context: QueryContext,
): Promise<Page<RegisterRow>> {
  const actor = signedIn(context);
  const { reader, signal } = context;
  await reader.settle?.(signal);
  const limit = limitOf(params, mostOnPage);
  const after = readCursor(params.cursor);
  const { cycle, sort = 'name', descending = false } = params;
  const orderOf = registerOrders[sort];
  const fits = filterOf(params);
  const comesAfter = (key: string, other: string): boolean => (descending ? key < other : key > other);

  let found: Placed[] = [];
  /** The last key that can still be on the page, once more than a page was found. */
  let bound: string | undefined;
  let total = 0;
  const sorted = sort === 'name' && !descending && reader.register !== undefined;
  let from = sorted ? after : undefined;
  // Most pages are full with as many lines as they have rows; what is searched for is rarer the longer it takes.
  let count = limit + 1;
  do {
    throwIfAborted(signal);
    const scan: Scan<'row'> = await (reader.register?.(from, sorted ? count : undefined) ??
      reader.scan('row', { after: from }));
    for (const entry of scan.records) {
      if (!maySee(actor, { owner: entry.owner, subjectId: entry.id })) continue;
      if (!fits.entry(entry)) continue;
      const row = glanceAt(entry, cycle);
      if (!row || !fits.row(row)) continue;
      total += 1;
      const order = orderOf(row);
      const key = order ? `${order}\u0001${registerKey(entry)}` : registerKey(entry);
      if (after !== undefined && !comesAfter(key, after)) continue;
      if (bound !== undefined && comesAfter(key, bound)) continue;
      found.push({ entry, key });
      if (sorted || found.length <= limit * 2) continue;
      found = first(found, limit + 1);
      bound = found.at(-1)!.key;
    }
    from = scan.last;
    count *= 2;
    if (sorted && found.length > limit) break;
  } while (from !== undefined);

  const some = sorted ? found : first(found, limit + 1);
  const last = some[limit - 1];
  const more = some.length > limit && last !== undefined;
  return {
    // Lines may be held by the reader.
    items: structuredClone(some.slice(0, limit).map(({ entry }) => rowOf(entry, cycle)!)),
    ...(more && { next: writeCursor(last.key) }),
    ...(!sorted && { total }),
  };

  function first(all: Placed[], count: number): Placed[] {
    return all.sort((a, b) => (comesAfter(a.key, b.key) ? 1 : -1)).slice(0, count);
  }
}

/** What a row has to be; the line is asked first, because most fall away there. */
function filterOf({ model, subjectGroup, places, state, text = '' }: RegisterParams): {
  entry: (entry: RegisterEntry) => boolean;
  row: (row: RowGlance) => boolean;
} {
  const codes = places && new Set(places);
  const words = searchable(text).split(' ').filter(Boolean);
  return {
    entry: (entry) =>
      (model === undefined || entry.model === model) &&
      (subjectGroup === undefined || (entry.subjectGroup ?? '') === subjectGroup) &&
      (codes === undefined || codes.has(entry.place.code ?? '')) &&
      words.every((word) => entry.search.includes(word)),
    row: (row) => state === undefined || state.includes(row.state),
  };
}
