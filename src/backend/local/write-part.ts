import type { Actor } from '../../domain/actor.schema.js';
import type { Command } from '../../domain/command.schema.js';
import type { Receipt } from '../../domain/receipt.schema.js';
import { applyCommands, type ApplyOptions } from '../apply.js';
import type { CallOptions } from '../port.js';
import type { Connection } from './connection.js';
import { createLocalReader } from './local-reader.js';
import { createLocalStore } from './local-store.js';
import type { Push } from './push.js';

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
    { ...by, actor, store, onApplied: ({ records }) => push.tell(records) },
    options,
  );
}
