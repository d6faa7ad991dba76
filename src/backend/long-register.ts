import type { RegisterRow } from '../domain/area/area-query.schema.js';
import { rowOf } from '../domain/area/register-entry.js';
import type { Page } from '../domain/query.schema.js';
import { throwIfAborted } from './abort.js';
import type { RecordReader, Scan } from './answer-query.js';
import { writeCursor } from './cursor.js';
import { SortedRuns } from './sorted-runs.js';

/** Ends what a line is sorted by; its own key follows. */
const end = '\u0001';

/** What a row is put in order by: the order asked for, and by name what is equal. */
export const placeKey = (order: string, line: string): string => `${order.replaceAll(end, ' ')}${end}${line}`;

/** The key of the line in what `placeKey` made. */
const lineOf = (key: string): string => key.slice(key.indexOf(end) + 1);

/** What a page of a long register is cut out by. */
export interface LongPage {
  /** Tells the question and who asks apart from others. */
  question: string;
  cycle: string;
  limit: number;
  after: string | undefined;
  comesAfter: (key: string, other: string) => boolean;
  /** The keys of those lines that fit. */
  keysOf: (lines: Scan<'row'>['records']) => string[];
  signal: AbortSignal | undefined;
}

type Orders = NonNullable<RecordReader['orders']>;

/**
 * A page of a long register. Its order is held from the first page to those that follow, while nothing changes; `scan`
 * goes through all lines otherwise, once. Answers nothing where the first scan brought all lines, which takes no holding.
 */
export async function longRegister(
  orders: Orders,
  page: LongPage,
  scan: (from: string | undefined) => Promise<Scan<'row'>>,
): Promise<Page<RegisterRow> | { only: Scan<'row'> }> {
  // Before the lines are read: what is written meanwhile makes the order an old one.
  const mark = await orders.mark();
  const held = orders.held(page.question, mark);
  if (held) return cut(orders, held, page);
  const runs = new SortedRuns((one, other) => page.comesAfter(other, one));
  for (let now = await scan(undefined), first = true; ; first = false) {
    throwIfAborted(page.signal);
    if (first && now.last === undefined) return { only: now };
    // The storage reads on while these are gone through.
    const next = now.last === undefined ? undefined : scan(now.last);
    next?.catch(() => undefined);
    runs.add(page.keysOf(now.records));
    if (!next) break;
    now = await next;
  }
  const keys = runs.all();
  orders.hold(page.question, mark, keys);
  return cut(orders, keys, page);
}

async function cut(
  orders: Orders,
  keys: readonly string[],
  { after, limit, cycle, comesAfter }: LongPage,
): Promise<Page<RegisterRow>> {
  let from = 0;
  for (let to = after === undefined ? 0 : keys.length; from < to;) {
    const middle = (from + to) >> 1;
    if (comesAfter(keys[middle]!, after!)) to = middle;
    else from = middle + 1;
  }
  const some = keys.slice(from, from + limit);
  const lines = await orders.lines(some.map(lineOf));
  const last = some.at(-1);
  return {
    items: lines.flatMap((line) => rowOf(line, cycle) ?? []),
    ...(from + limit < keys.length && last !== undefined && { next: writeCursor(last) }),
    total: keys.length,
  };
}
