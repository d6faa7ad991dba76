import { entryId } from './entry-hash.js';
import type { EntrySecret } from './entry.schema.js';
import type { Fund } from './fund.schema.js';
import type { PackedEntries, PublicLedgerPage } from './fund-query.schema.js';
import { namedIn } from './pack-entries.js';
import { openedParty } from './public-fund.js';

/** A page of the ledger with who is on the other side, and nothing else of the private parts. */
export interface NamedPage {
  readonly entries: PackedEntries;
  readonly secrets: readonly Pick<EntrySecret, 'id' | 'party'>[];
}

/** A page of the ledger as anybody may read it: names where they may be read, nothing else of the private parts. */
export function publicPage(
  { categories }: Pick<Fund, 'categories'>,
  { entries, secrets }: NamedPage,
): PublicLedgerPage {
  const known = new Map(categories.map((category) => [category.id, category]));
  const parties: PublicLedgerPage['parties'] = [];
  for (const { index, entry } of namedIn(entries)) {
    const secret = secrets[index];
    const opened =
      secret?.id === entryId(entries.fund, entry.no) ? openedParty(entry, secret, known) : undefined;
    if (opened) parties.push({ ...opened, no: entry.no });
  }
  return { entries, parties };
}
