import { HtsdError } from '../../backend/errors.js';
import { publicAwards } from '../../domain/fund/public-awards.js';
import type { PublicAward, PublicFund, PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import { publicFund } from '../../domain/fund/public-fund.js';
import { publicPage } from '../../domain/fund/public-page.js';
import type { Client } from '../client.types.js';
import type { FundSession } from './fund-desk.types.js';
import { FundLedger } from './fund-ledger.js';

/** Most recipients of one round that are read. */
const mostAwards = 20_000;

/** A fund as anybody may read it, whether it is published or not. */
export interface OpenBook {
  readonly fund: PublicFund;
  readonly pages: readonly PublicLedgerPage[];
  readonly awards: readonly PublicAward[];
}

/**
 * Makes of the private books what strangers may read of them. Everything is read anew: a consent may have been taken back
 * and a name erased since the desk was opened. Errors: those of the queries; `conflict` where entries come in meanwhile.
 */
export async function openBook(
  client: Client,
  session: Pick<FundSession, 'getState' | 'refresh' | 'today'>,
  signal: AbortSignal,
): Promise<OpenBook> {
  await session.refresh();
  const { fund, rounds } = session.getState();
  const ledger = new FundLedger(client, fund, rounds);
  await ledger.catchUp(signal);
  if (ledger.count !== fund.count) throw new HtsdError('conflict', { retryable: true });
  const year = Number(session.today.slice(0, 4));
  const awards: PublicAward[] = [];
  // In the order in which a back end answers them.
  for (const round of [...rounds].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const params = { fund: fund.id, round: round.id, limit: 200 };
    const all = await client.queryAll('awards.list', params, { signal, max: mostAwards });
    awards.push(...publicAwards(round, all, fund, year));
  }
  return {
    fund: publicFund(fund, rounds),
    pages: ledger.pages().map((page) => publicPage(fund, page)),
    awards,
  };
}
