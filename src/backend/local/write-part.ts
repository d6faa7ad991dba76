import type { Actor } from '../../domain/actor.schema.js';
import type { Command } from '../../domain/command.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { applyCommands, type ApplyOptions } from '../apply.js';
import type { CallOptions } from '../port.js';
import type { Connection } from './connection.js';
import { createLocalReader } from './local-reader.js';
import { createLocalStore } from './local-store.js';
import type { Push } from './push.js';

const asked = new WeakSet<Connection>();

/**
 * What was written lies in this browser alone: it is asked, once, not to clear it where room runs short. Some browsers ask the
 * person, and over plain http there is no such question.
 */
function askToKeep(connection: Connection): void {
  if (asked.has(connection)) return;
  asked.add(connection);
  Promise.resolve(globalThis.navigator?.storage?.persist?.()).catch(() => undefined);
}

/** Who asks, with the places that he is in charge of by those kept here. */
export const inCharge = async (
  actor: Actor,
  ...about: Parameters<typeof import('./charge-part.js').chargeHere>
): Promise<Actor> => (await import('./charge-part.js')).chargeHere(...about).of(actor);

/**
 * Applies commands to the database and tells other pages. Loaded with the first command, with all that it needs, because
 * reading a form must not wait for the rules of writing.
 */
export async function applyLocally(
  connection: Connection,
  push: Push,
  by: Omit<ApplyOptions, 'store' | 'onApplied'>,
  commands: readonly Command[],
  options?: CallOptions,
): Promise<Receipt[]> {
  const store = createLocalStore(connection, createLocalReader(connection));
  const actor = by.actor && (await inCharge(by.actor, connection, by));
  return applyCommands(
    commands,
    {
      ...{ ...by, actor, store },
      onApplied({ records }) {
        askToKeep(connection);
        push.tell(records);
      },
    },
    options,
  );
}
