import { HtsdError } from '../../backend/errors.js';
import type { PublicFund, PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import { isWholePage } from '../../domain/fund/pack-entries.js';
import type { Client } from '../client.types.js';
import { LedgerBook, type Headings } from './ledger-book.js';
import type { PageTexts } from './ledger-columns.js';
import { pagesAhead } from './pages-ahead.js';
import { breathe } from './slices.js';

/** Pages that are asked for at a time: 4,096 entries. */
const pagesAtOnce = 8;
/** Milliseconds of work before the browser may draw. */
const budget = 6;
/** Milliseconds between two words about how far it is: who hears them draws. */
const tellEvery = 80;

export interface ReadOptions {
  signal: AbortSignal;
  /** Called with the number of entries read so far. */
  progress?: ((count: number) => void) | undefined;
}

/** Names of what the entries refer to. */
export function headingsOf({ categories, rounds }: Pick<PublicFund, 'categories' | 'rounds'>): Headings {
  const both = ({ vi, en }: { vi: string; en?: string | undefined }): string =>
    en === undefined ? vi : `${vi} ${en}`;
  return {
    categories: new Map(categories.map(({ id, label }) => [id, both(label)])),
    rounds: new Map(
      rounds.flatMap(({ id, title, levels }) => [
        [id, title] as const,
        ...levels.map((level) => [`${id}/${level.id}`, both(level.label)] as const),
      ]),
    ),
  };
}

/**
 * The pages of a public ledger, one after the other as they come. Fails with `server`, reason `malformed`, where they do
 * not follow each other.
 */
export async function* publicPages(
  client: Client,
  fund: string,
  signal: AbortSignal,
): AsyncGenerator<PublicLedgerPage, void, undefined> {
  let next = 1;
  const pages = pagesAhead((cursor) => {
    const params = { fund, limit: pagesAtOnce, ...(cursor !== undefined && { cursor }) };
    return client.query('public.fund.ledger', params, { signal });
  });
  for await (const items of pages) {
    for (const item of items) {
      // What is wrong inside a page is for the check of the chain to tell; rows must fall into their places.
      if (!isWholePage(item.entries) || item.entries.first !== next)
        throw new HtsdError('server', {
          params: { reason: 'malformed', call: 'public.fund.ledger', no: next },
        });
      next += item.entries.count;
      yield item;
    }
  }
}

/** Who is on the other side of a page's entries; looked up when the first one is asked for. */
function namesOf(first: number, parties: PublicLedgerPage['parties']): PageTexts {
  let names: Map<number, string> | undefined;
  return (place) => {
    names ??= new Map(parties.map(({ no, name }) => [no, name]));
    const party = names.get(first + place);
    return party === undefined ? undefined : { party };
  };
}

/** Reads a whole public ledger, without holding up a frame. */
export async function readPublicLedger(
  client: Client,
  fund: PublicFund,
  { signal, progress }: ReadOptions,
): Promise<LedgerBook> {
  const { cash, bank, kind } = fund.opening;
  const book = new LedgerBook({ money: cash + bank, goods: kind }, headingsOf(fund), fund.count);
  let end = performance.now() + budget;
  let tell = 0;
  for await (const { entries, parties } of publicPages(client, fund.id, signal)) {
    book.add(entries, namesOf(entries.first, parties));
    const now = performance.now();
    if (now < end) continue;
    if (now >= tell) {
      tell = now + tellEvery;
      progress?.(book.columns.count);
    }
    await breathe();
    if (signal.aborted) throw new DOMException('Left', 'AbortError');
    end = performance.now() + budget;
  }
  return book;
}
