import { isRealDate } from '../../civil-date.js';
import type { Decider, Deciders } from '../../decide/decider.types.js';
import { conflict, refuse } from '../../decide/refusal.js';
import type { DecisionContext } from '../../reader.types.js';
import type { Indicator, Target } from '../../target/target.schema.js';
import type { TargetRecord } from '../area-record.schema.js';

/** The target as it is entered here, in the version that the person saw. */
async function seenTarget(
  { record, expected }: { record: string; expected: number },
  context: DecisionContext,
): Promise<TargetRecord | undefined> {
  const known = await context.read('target', record);
  if ((known?.version ?? 0) === expected) return known;
  if (known) conflict({ type: 'target', value: known });
  return refuse('invalid', ['expected']);
}

/** The indicator of that id, among those that come along. */
export async function knownIndicator(id: string, context: DecisionContext): Promise<Indicator | undefined> {
  const all = (await context.references?.())?.indicators;
  const found = all?.find((one) => one.id === id);
  // A back end that was given none takes any: there is nothing to hold it against.
  if (all && !found) refuse('invalid', ['indicator'], { reason: 'unknown-indicator' });
  return found;
}

const set: Decider<'target.set'> = async (command, context, actor) => {
  const known = await seenTarget(command, context);
  const target: Target = { ...command.payload, id: command.record };
  const { kind, base, by } = target;
  const indicator = await knownIndicator(target.indicator, context);
  if (indicator && indicator.kind !== kind) refuse('invalid', ['kind']);
  if (!isRealDate(by)) refuse('invalid', ['by']);
  if (base && (!isRealDate(base.asOf) || base.asOf >= by)) refuse('invalid', ['base', 'asOf']);
  if (kind === 'share' && base && (base.of === undefined || base.count > base.of))
    refuse('invalid', ['base', 'of']);
  const value: TargetRecord = {
    id: target.id,
    version: (known?.version ?? 0) + 1,
    target,
    owner: actor.id,
    updatedAt: context.now,
  };
  return [{ type: 'target', value }];
};

const drop: Decider<'target.drop'> = async (command, context, actor) => {
  const known = await seenTarget(command, context);
  if (!known) return refuse('not-found');
  if (known.dropped) refuse('closed');
  const value: TargetRecord = {
    ...known,
    version: known.version + 1,
    dropped: true,
    owner: actor.id,
    updatedAt: context.now,
  };
  return [{ type: 'target', value }];
};

export const targetDeciders: Deciders<'target.set' | 'target.drop'> = {
  'target.set': set,
  'target.drop': drop,
};
