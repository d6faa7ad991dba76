import type { Candidate } from '../../src/client/candidates.js';
import type { Part } from './candidate-list.js';

// Fetched once the lists are there: what follows others is not what a first show waits for.
export { followChanges } from '../../src/client/follow-changes.js';

/** Reads a list anew, as far as it reached; of what is as it was, everything stays known. Errors: those of `read`. */
export async function rereadPart(
  items: readonly Candidate[],
  read: (from: string | undefined) => Promise<Part>,
): Promise<Part> {
  const before = new Map(items.map((one) => [one.assessment.id, one]));
  const now: Candidate[] = [];
  let part: Part | undefined;
  do {
    part = await read(part?.next);
    now.push(...part.items);
  } while (part.next !== undefined && now.length < before.size);
  const known = now.map((one) => {
    const was = before.get(one.assessment.id);
    return was?.assessment.version === one.assessment.version ? was : one;
  });
  return { ...part, items: known };
}
