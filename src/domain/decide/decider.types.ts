import type { Actor } from '../actor.schema.js';
import type { CommandKind, CommandOf } from '../command.schema.js';
import type { DecisionContext } from '../reader.types.js';
import type { StoredRecord } from '../receipt.schema.js';

/** Decides one kind of command: the records to write, or a `Refusal` thrown. The actor holds a role that may use the kind. */
export type Decider<K extends CommandKind> = (
  command: CommandOf<K>,
  context: DecisionContext,
  actor: Actor,
) => Promise<StoredRecord[]>;

/** The deciders of a group of kinds. */
export type Deciders<K extends CommandKind> = { [Kind in K]: Decider<Kind> };
