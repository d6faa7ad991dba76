import type { LedgerPage } from '../../domain/fund/fund-query.schema.js';
import { unpackEntries, packEntries } from '../../domain/fund/pack-entries.js';

/** The page from an entry on; the page itself where that is its first, undefined where it ends before. */
export function pageFrom(page: LedgerPage, no: number): LedgerPage | undefined {
  const { entries, secrets } = page;
  const skip = no - entries.first;
  if (skip <= 0) return page;
  if (skip >= entries.count) return undefined;
  // A page has 512 entries at most.
  return { entries: packEntries(unpackEntries(entries).slice(skip)), secrets: secrets.slice(skip) };
}
