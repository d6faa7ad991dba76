import type { Candidate } from '../../src/client/candidates.js';
import type { Client } from '../../src/client/client.types.js';
import { followChanges } from '../../src/client/follow-changes.js';
import { toProblem } from '../../src/client/problem.js';
import type { Recognition } from '../../src/domain/recognition.schema.js';
import type { Part } from './candidate-list.js';
import type { RecognitionDesk } from './recognition-desk.js';

export { lookUpMembers } from '../../src/client/look-up-members.js';

// Fetched once the lists are there: what follows others is not what a first show waits for.

/** Records by which the lists change. */
const decided = new Set(['assessment', 'recognition']);

/**
 * Has the lists follow what others decide, as long as the client is there. What cannot be read then is not what the signer
 * asked for.
 */
export function followLists(client: Client, desk: RecognitionDesk): void {
  followChanges(client, decided, () => {
    if (desk.calm) desk.reread().catch(() => undefined);
  });
}

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

/** A title as it stands now; as it was seen where nobody can be asked. Errors: others than those of the network. */
export async function asItStands(client: Client, seen: Recognition): Promise<Recognition> {
  try {
    const { items } = await client.query('recognition.get', { id: seen.id });
    return { ...seen, ...items[0] };
  } catch (error) {
    if (!['offline', 'timeout'].includes(toProblem(error).code)) throw error;
    return seen;
  }
}
