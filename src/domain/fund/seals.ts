import { partyCommitment } from './commitment.js';
import { entryHash, type HashText } from './entry-hash.js';
import type { Entry, OpenedParty } from './entry.schema.js';

/** What does not fit its hash in some entries and in the names shown with them. */
export interface BrokenSeals {
  /** Numbers of the entries whose own hash is not that of their content. */
  readonly entries: readonly number[];
  /** Names that are not those of the entries given: their numbers, and what these would have to hold. */
  readonly parties: readonly { readonly no: number; readonly commitment: string }[];
}

/**
 * Computes the hashes of entries, and of names shown with them. It is nearly all of the work of checking a chain, and
 * needs no other entry: each holds the hash of the one before. `checkChain` takes what is found here as it stands.
 */
export function brokenSeals(
  entries: readonly Entry[],
  parties: readonly (OpenedParty & { readonly no: number })[],
  hash: HashText,
): BrokenSeals {
  const first = entries[0]?.no ?? 0;
  const broken: { entries: number[]; parties: BrokenSeals['parties'][number][] } = {
    entries: [],
    parties: [],
  };
  for (const entry of entries) if (entryHash(entry, hash) !== entry.hash) broken.entries.push(entry.no);
  for (const { no, ...party } of parties) {
    const commitment = partyCommitment(party, hash);
    // Where the entry is not among these, who has seen it can still tell.
    if (entries[no - first]?.party !== commitment) broken.parties.push({ no, commitment });
  }
  return broken;
}
