import { entryId } from '../domain/fund/entry-hash.js';
import type { Entry, EntrySecret } from '../domain/fund/entry.schema.js';
import type { Fund } from '../domain/fund/fund.schema.js';
import type { LedgerPage } from '../domain/fund/fund-query.schema.js';
import { PAGE_ROWS } from '../domain/fund/page-rows.js';
import { packEntries } from '../domain/fund/pack-entries.js';
import type { NamedPage } from '../domain/fund/public-page.js';
import type { Page } from '../domain/query.schema.js';
import { throwIfAborted } from './abort.js';
import type { QueryContext, RecordReader } from './answer-query.js';
import { readCursor, writeCursor } from './cursor.js';
import { HtsdError } from './errors.js';
import { invalid, limitOf } from './paging.js';

/** Pages that one answer holds where nobody says how many: 4,096 entries. */
const defaultPages = 8;

interface Range {
  from?: number | undefined;
  cursor?: string | undefined;
  limit?: number | undefined;
}

/**
 * Pages of a fund's ledger, from the one that holds the entry asked for. Errors: invalid; with `reason: 'damaged'`,
 * `type: 'entry'`, `id` and `no` of the first entry that cannot be read, so that the rest can be asked for.
 */
export function ledgerPages(
  fund: Pick<Fund, 'id' | 'count'>,
  range: Range,
  context: QueryContext,
): Promise<Page<LedgerPage>> {
  const { reader } = context;
  const read: Read<LedgerPage> | undefined = reader.ledger && ((...which) => reader.ledger!(...which));
  return pagesBy(read, fund, range, context);
}

/** The same with names alone of the private parts. */
export function namedPages(
  fund: Pick<Fund, 'id' | 'count'>,
  range: Range,
  context: QueryContext,
): Promise<Page<NamedPage>> {
  const { reader } = context;
  if (!reader.named) return ledgerPages(fund, range, context);
  return pagesBy<NamedPage>((...which) => reader.named!(...which), fund, range, context);
}

type Read<T> = (fund: string, first: number, last: number) => Promise<T[]>;

async function pagesBy<T>(
  read: Read<T> | undefined,
  { id, count }: Pick<Fund, 'id' | 'count'>,
  { from = 1, cursor, limit = defaultPages }: Range,
  { reader, signal }: QueryContext,
): Promise<Page<T | LedgerPage>> {
  const most = limitOf({ limit });
  const after = readCursor(cursor);
  const start = after === undefined ? from : Number(after) + 1;
  if (!Number.isSafeInteger(start) || start < 1) throw invalid('cursor');
  if (start > count) return { items: [] };
  const first = start - ((start - 1) % PAGE_ROWS);
  const last = Math.min(first + most * PAGE_ROWS - 1, count);
  throwIfAborted(signal);
  const items = read ? await read(id, first, last) : await pagesOf(first, last);
  return last < count ? { items, next: writeCursor(String(last)) } : { items };

  async function pagesOf(from: number, to: number): Promise<LedgerPage[]> {
    const pages: LedgerPage[] = [];
    for (let no = from; no <= to; no += PAGE_ROWS) {
      throwIfAborted(signal);
      pages.push(await oneByOne(reader, id, no, Math.min(no + PAGE_ROWS - 1, to)));
    }
    return pages;
  }
}

/** Any storage can read a ledger so; one that keeps whole pages is faster. */
async function oneByOne(
  reader: RecordReader,
  fund: string,
  first: number,
  last: number,
): Promise<LedgerPage> {
  const entries: Entry[] = [];
  const secrets: EntrySecret[] = [];
  for (let no = first; no <= last; no += 1) {
    const id = entryId(fund, no);
    const [entry, secret] = await Promise.all([reader.read('entry', id), reader.read('entry-secret', id)]);
    const before = entries.at(-1);
    const follows = entry?.no === no && entry.fund === fund && (!before || entry.previous === before.hash);
    if (!entry || !secret || !follows) throw damagedEntry(id, no);
    entries.push(entry);
    secrets.push(secret);
  }
  return { entries: packEntries(entries), secrets };
}

/** An entry that is missing, or is not the one that belongs there. */
export function damagedEntry(id: string, no: number): HtsdError {
  return new HtsdError('invalid', { params: { reason: 'damaged', type: 'entry', id, no } });
}
