import type { Actor } from '../../actor.schema.js';
import type { CommandKind } from '../../command.schema.js';
import { refuse } from '../../decide/refusal.js';
import { mayActOn } from '../../permissions.js';
import type { DecisionContext } from '../../reader.types.js';
import { entryId, openingHash, type HashText } from '../entry-hash.js';
import type { Entry, EntrySecret, Person } from '../entry.schema.js';
import { belongingOfFund, type LocatedFund } from '../fund-reach.js';
import type { Fund } from '../fund.schema.js';
import type { Round } from '../round.schema.js';

/** Refuses, naming the field if there is one, where the actor may not use the command on this fund. */
export function permitFund(actor: Actor, kind: CommandKind, fund: LocatedFund, field?: string): void {
  const answer = mayActOn(actor, kind, belongingOfFund(fund), false);
  if (answer !== 'yes') refuse(answer, field === undefined ? undefined : [field]);
}

/** The fund that a command names, on which the actor may use it. */
export async function permittedFund(
  id: string,
  kind: CommandKind,
  context: DecisionContext,
  actor: Actor,
): Promise<Fund> {
  const fund = await context.read('fund', id);
  if (!fund) return refuse('not-found', ['fund']);
  permitFund(actor, kind, fund);
  return fund;
}

/**
 * Refuses to build on a ledger whose head is not what the fund says: what was damaged is looked at by a person first,
 * and nothing is chained to it.
 */
export async function soundHead(fund: Fund, context: DecisionContext, hash: HashText): Promise<void> {
  const last = fund.count > 0 ? await context.read('entry', entryId(fund.id, fund.count)) : undefined;
  const head = fund.count > 0 ? last?.hash : openingHash(fund, hash);
  if (head !== fund.head) refuse('invalid', ['ledger'], { reason: 'damaged', no: fund.count });
}

/** An entry with its private part and its fund, on which the actor may use the command. */
export async function permittedEntry(
  id: string,
  kind: CommandKind,
  context: DecisionContext,
  actor: Actor,
): Promise<{ entry: Entry; secret: EntrySecret; fund: Fund }> {
  const entry = await context.read('entry', id);
  if (!entry) return refuse('not-found', ['entry']);
  const fund = await permittedFund(entry.fund, kind, context, actor);
  const secret = await context.read('entry-secret', id);
  if (!secret) return refuse('invalid', ['ledger'], { reason: 'damaged', no: entry.no });
  return { entry, secret, fund };
}

/** A round that is still open, and its fund. */
export async function openRound(
  id: string,
  kind: CommandKind,
  context: DecisionContext,
  actor: Actor,
): Promise<{ round: Round; fund: Fund }> {
  const found = await permittedRound(id, kind, context, actor);
  if (found.round.state === 'closed') refuse('closed', ['round']);
  return found;
}

/** A round and its fund, on which the actor may use the command. */
export async function permittedRound(
  id: string,
  kind: CommandKind,
  context: DecisionContext,
  actor: Actor,
): Promise<{ round: Round; fund: Fund }> {
  const round = await context.read('round', id);
  if (!round) return refuse('not-found', ['round']);
  return { round, fund: await permittedFund(round.fund, kind, context, actor) };
}

/** How an actor is named in records. */
export function personOf({ id, name }: Actor): Person {
  return { id, name };
}
