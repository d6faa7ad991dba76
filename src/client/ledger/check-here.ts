import { hashText } from '../../backend/hash-text.js';
import type { PublicLedgerPage } from '../../domain/fund/fund-query.schema.js';
import { startCheck, type CheckedFund, type CheckResult } from './check-ledger.js';
import type { TeamOptions } from './check-team.js';
import { breathe, inSlices } from './slices.js';

/** Checks a ledger on the page itself, in slices between frames. Rejects with an `AbortError` when the person cancels. */
export async function checkHere(
  pages: AsyncIterable<PublicLedgerPage>,
  fund: CheckedFund,
  { signal, progress }: Pick<TeamOptions, 'signal' | 'progress'>,
): Promise<CheckResult> {
  const check = startCheck(fund, hashText);
  for await (const page of pages) {
    await inSlices(
      (function* () {
        for (const count of check.add(page)) {
          progress(count);
          yield;
        }
      })(),
      { signal },
    );
    await breathe();
  }
  return check.end();
}
