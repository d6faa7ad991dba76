import { HtsdError } from '../../backend/errors.js';
import type { PublicFund, PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import type { Desk } from '../backend-of.js';
import { allOf } from './all-of.js';

/** A fund with its whole ledger, as anybody may read it. */
export interface PublicBook {
  readonly fund: PublicFund;
  readonly pages: readonly PublicLedgerPage[];
}

/** Times that a ledger is read where entries come in meanwhile. */
const tries = 3;

/** What a fund says of itself. Errors: not-found, where it is not published either. */
export async function readFund(desk: Desk, id: string, signal: AbortSignal): Promise<PublicFund> {
  const { items } = await desk.query('public.fund.get', { id }, signal);
  const [fund] = items;
  if (!fund) throw new HtsdError('not-found');
  return fund;
}

/** The fund with a ledger that is as long as it says. Errors: those of the queries; conflict where it grows all the time. */
export async function readBook(desk: Desk, id: string, signal: AbortSignal): Promise<PublicBook> {
  for (let time = 0; time < tries; time += 1) {
    const fund = await readFund(desk, id, signal);
    const pages = await allOf(desk, 'public.fund.ledger', { fund: id }, signal);
    if (pages.reduce((sum, { entries }) => sum + entries.count, 0) === fund.count) return { fund, pages };
  }
  throw new HtsdError('conflict', { retryable: true });
}
