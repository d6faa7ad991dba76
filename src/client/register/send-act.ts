import type { Client } from '../client.types.js';
import { readSubjects } from '../read-subjects.js';
import { rejectionOf } from '../rejection-of.js';
import type { Act, ActFailure } from './act.types.js';
import { commandsOf } from './make-act.js';

/** Commands that travel together. */
const perBatch = 100;

/** How far an act has come. */
export interface ActProgress {
  told: number;
  applied: number;
  failures: ActFailure[];
}

/**
 * Sends what is left of an act, in batches, and tells after each of them how far it is. Answers when all is told; errors:
 * those of the back end, with everything told so far told.
 */
export async function sendAct(
  client: Client,
  act: Act,
  from: ActProgress,
  signal: AbortSignal,
  tell: (progress: ActProgress) => void,
): Promise<void> {
  let { told, applied } = from;
  const failures = [...from.failures];
  const perItem = act.kind === 'verify' ? 2 : 1;
  while (told < act.items.length) {
    const items = act.items.slice(told, told + perBatch / perItem);
    // What registers is sent whole, so that nothing that the list does not show is lost. One that is gone is left out.
    const ids = items.map(({ subject }) => subject);
    const wholes = act.kind === 'register' ? await readSubjects(client, ids, signal) : undefined;
    const groups = items.map((item) => commandsOf(act, item, wholes?.get(item.subject)));
    const receipts = await client.execute(groups.flat(), { signal });
    let at = 0;
    for (const [index, { subject, name }] of items.entries()) {
      const own = receipts.slice(at, (at += groups[index]!.length));
      // The first that was refused says why; what follows it was refused because of it.
      const refused = own.find(({ status }) => status === 'rejected' || status === 'conflict');
      if (refused?.status === 'rejected') failures.push({ subject, name, reason: rejectionOf(refused) });
      else if (refused) failures.push({ subject, name, reason: 'conflict' });
      else if (own.length === 0) failures.push({ subject, name, reason: { code: 'not-found' } });
      else applied += 1;
    }
    told += items.length;
    tell({ told, applied, failures: [...failures] });
  }
}
