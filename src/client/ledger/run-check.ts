import { HtsdError } from '../../backend/errors.js';
import type { PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import type { Client } from '../client.types.js';
import type { CheckedFund, CheckResult } from './check-ledger.js';
import { CheckTeam, WorkerGone, type TeamOptions } from './check-team.js';
import { publicPages } from './read-ledger.js';

type Pages = AsyncIterable<PublicLedgerPage>;

/**
 * Reads the public ledger anew and checks every entry of it: in workers, so that the page stays as it is, and where
 * there can be none in slices between frames. Rejects with an `AbortError` when the person cancels.
 */
export async function runCheck(
  client: Client,
  fund: CheckedFund,
  options: TeamOptions,
): Promise<CheckResult> {
  const { signal } = options;
  // The first pages are on their way while workers start.
  const pages = begun(publicPages(client, fund.id, signal));
  const team = await CheckTeam.start(fund, options);
  if (!team) return checkHere(pages, fund, options);
  try {
    for await (const page of pages) await team.add(page);
    return await team.end();
  } catch (error) {
    if (!(error instanceof WorkerGone)) throw error;
    return checkHere(publicPages(client, fund.id, signal), fund, options);
  } finally {
    team.dismiss();
  }
}

/** The same, asked for the first one already; an error comes with it when its turn comes. */
function begun<T>(all: AsyncGenerator<T, void, undefined>): AsyncGenerator<T, void, undefined> {
  const first = all.next();
  first.catch(() => undefined);
  return (async function* () {
    const { done, value } = await first;
    if (done) return;
    yield value;
    yield* all;
  })();
}

/** On the page itself; what that takes is not fetched where workers can be had. */
async function checkHere(pages: Pages, fund: CheckedFund, options: TeamOptions): Promise<CheckResult> {
  const part = await import('./check-here.js').catch((cause: unknown) => {
    throw new HtsdError('offline', { params: { reason: 'part' }, cause });
  });
  return part.checkHere(pages, fund, options);
}
