import { canonicalJson, quoted } from '../canonical-json.js';
import type { EntrySecret, OpenedParty } from './entry.schema.js';
import type { HashText } from './entry-hash.js';

/** Commitment to who is on the other side: the hash of his name, with a salt so that nobody can guess it back. */
export function partyCommitment({ salt, name, kind }: OpenedParty, hash: HashText): string {
  // Their canonical JSON, key by key as in `entryText`: nearly every entry has one.
  return hash(`{"kind":${quoted(kind)},"name":${quoted(name)},"salt":${quoted(salt)}}`);
}

/** Everything private of an entry but the party: what the commitment `details` covers. */
export type Committed = Pick<EntrySecret, 'details' | 'by' | 'approvedBy' | 'enteredAt'>;

/** Commitment to the other private parts, also who recorded and who approved it. Undefined once they are erased. */
export function detailsCommitment(
  { details, by, approvedBy, enteredAt }: Committed,
  hash: HashText,
): string | undefined {
  return details && hash(canonicalJson({ ...details, by, approvedBy, enteredAt }));
}
