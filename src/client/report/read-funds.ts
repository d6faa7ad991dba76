import type { Entry } from '../../domain/fund/entry.schema.js';
import type { PublicFund } from '../../domain/fund/fund-query.schema.js';
import { fundYear, type NamedBook } from '../../domain/report/fund-years.js';
import type { FundsGiven } from '../../domain/report/funds.js';
import type { Client } from '../client.types.js';
import { readFundBooks, type TreeFund } from '../fund/fund-tree.js';

/** Ledgers by fund, each with the hash at which it was read: what has not grown is not read again. */
export type ReadLedgers = Map<string, { readonly head: string; readonly entries: readonly Entry[] }>;

/** Reads the ledgers of funds and adds them up for some years. Errors: those of the queries where nothing could be read. */
export async function readFunds(
  client: Client,
  { inside, noPlace }: { readonly inside: readonly PublicFund[]; readonly noPlace: readonly PublicFund[] },
  years: readonly number[],
  {
    ledgers,
    signal,
    progress,
  }: { ledgers: ReadLedgers; signal: AbortSignal; progress: (read: number) => void },
): Promise<FundsGiven> {
  const all = inside.map((fund): TreeFund => {
    const known = ledgers.get(fund.id);
    return { fund, depth: 0, ...(known?.head === fund.head && { entries: known.entries }) };
  });
  let read = all.filter(({ entries }) => entries).length;
  progress(read);
  await readFundBooks(client, all, signal, () => progress((read += 1)));
  signal.throwIfAborted();
  const books = all.flatMap(({ fund, entries }): NamedBook[] => {
    if (!entries) return [];
    ledgers.set(fund.id, { head: fund.head, entries });
    return [{ fund, entries }];
  });
  return {
    years: years.map((year) => fundYear(books, year)),
    noPlace: noPlace.map(({ name }) => name),
    unread: all.flatMap(({ fund, entries }) => (entries ? [] : [fund.name])),
  };
}
