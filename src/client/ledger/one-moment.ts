import type { PublicFund } from '../../domain/fund/fund-query.schema.js';
import { sameJson } from '../../domain/same-json.js';
import type { Client } from '../client.types.js';

/** Times that a fund is read again which is recorded in while its ledger is read. */
const mostTurns = 4;

/** What anybody may read of a fund, now; `keptAt` where it is what was kept on this device. Errors: those of the query. */
export async function readPublicFund(
  client: Client,
  id: string,
  signal: AbortSignal,
): Promise<{ fund: PublicFund | undefined; keptAt?: string | undefined }> {
  const { items, keptAt } = await client.query('public.fund.get', { id }, { signal });
  return { fund: items[0], keptAt };
}

/**
 * Does something with a fund and its ledger until both are of one moment: somebody may record an entry between reading the
 * one and the other, and then what is right would look wrong. `fits` says whether they go together.
 */
export async function ofOneMoment<T>(
  client: Client,
  fund: PublicFund,
  signal: AbortSignal,
  work: (fund: PublicFund) => Promise<T>,
  fits: (done: T, fund: PublicFund) => boolean,
): Promise<{ fund: PublicFund; done: T }> {
  for (let turn = 1, of = fund; ; turn += 1) {
    const done = await work(of);
    if (turn === mostTurns || fits(done, of)) return { fund: of, done };
    const { fund: now } = await readPublicFund(client, fund.id, signal);
    if (!now || sameJson(now, of)) return { fund: of, done };
    if (fits(done, now)) return { fund: now, done };
    of = now;
  }
}
