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
import { longRegister, placeKey } from './long-register.js';
import { limitOf } from './paging.js';
import { registerKey } from './register-key.js';

/** Most rows on a page of the register. */
const mostOnPage = 2_000;

/** A line and where its row stands. */
interface Placed {
  entry: RegisterEntry;
  key: string;
}

/**
 * A page of the register of a year. By name, the lines are read from where the page begins until it is full, where the
 * storage keeps that order; else all of them are, and only those that may be on the page are held, so that the length of
 * the register costs time and no memory. A storage that can hold the order of a long one goes through it once;
 * one that finds rows by itself is asked for them instead, and need not count.
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
  if (reader.findRows) {
    const { cursor: _cursor, text, ...rest } = params;
    const question = { ...rest, actor, words: wordsOf(text), sort, descending, after, limit: limit + 1 };
    const { rows } = await reader.findRows(question);
    const items = rows.slice(0, limit).flatMap(({ entry }) => (entry ? [rowOf(entry, cycle)!] : []));
    return { items, ...(rows.length > limit && { next: writeCursor(rows[limit - 1]!.key) }) };
  }
  const orderOf = registerOrders[sort];
  const fits = filterOf(params);
  const comesAfter = (key: string, other: string): boolean => (descending ? key < other : key > other);
  const sorted = sort === 'name' && !descending && reader.register !== undefined;

  /** Where the line's row stands, if it is looked for. */
  const placeOf = (entry: RegisterEntry): Placed | undefined => {
    // What is looked for first: most lines fall away there.
    if (
      !fits.entry(entry) ||
      !maySee(actor, { owner: entry.owner, subjectId: entry.id, at: entry.place.code })
    )
      return undefined;
    const row = glanceAt(entry, cycle);
    if (!row || !fits.row(row)) return undefined;
    const key = registerKey(entry);
    return { entry, key: sorted ? key : placeKey(orderOf(row), key) };
  };
  const read = async (from: string | undefined, count?: number): Promise<Scan<'row'>> =>
    reader.register?.(from, count) ?? reader.scan('row', { after: from });

  let only: Scan<'row'> | undefined;
  if (!sorted && reader.orders) {
    const { cursor: _cursor, limit: _limit, ...asked } = params;
    const page = {
      question: JSON.stringify([actor.id, actor.scope, actor.places, asked]),
      keysOf: (lines: readonly RegisterEntry[]) => lines.flatMap((line) => placeOf(line)?.key ?? []),
      ...{ cycle, limit, after, comesAfter, signal },
    };
    const answer = await longRegister(reader.orders, page, read);
    if ('items' in answer) return answer;
    only = answer.only;
  }

  let found: Placed[] = [];
  /** The last key that can still be on the page, once more than a page was found. */
  let bound: string | undefined;
  let total = 0;
  let from = sorted ? after : undefined;
  // Most pages are full with as many lines as they have rows; what is searched for is rarer the longer it takes.
  let count = limit + 1;
  do {
    throwIfAborted(signal);
    const scan = only ?? (await read(from, sorted ? count : undefined));
    for (const entry of scan.records) {
      const one = placeOf(entry);
      if (!one) continue;
      total += 1;
      if (after !== undefined && !comesAfter(one.key, after)) continue;
      if (bound !== undefined && comesAfter(one.key, bound)) continue;
      found.push(one);
      // Lines that are held come all at once, and in this order; the page is full.
      if (sorted && found.length > limit) break;
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
function filterOf({ model, subjectGroup, places, state, text }: RegisterParams): {
  entry: (entry: RegisterEntry) => boolean;
  row: (row: RowGlance) => boolean;
} {
  const codes = places && new Set(places);
  const words = wordsOf(text);
  return {
    entry: (entry) =>
      (model === undefined || entry.model === model) &&
      (subjectGroup === undefined || (entry.subjectGroup ?? '') === subjectGroup) &&
      (codes === undefined || codes.has(entry.place.code ?? '')) &&
      words.every((word) => entry.search.includes(word)),
    row: (row) => state === undefined || state.includes(row.state),
  };
}

const wordsOf = (text = ''): string[] => searchable(text).split(' ').filter(Boolean);
